import { Modal } from "@mantine/core";
import { type PlanVisit, planning } from "#planning/contract";
import { useQuery } from "../../../api/queries.ts";
import { ErrorState, SkeletonLines } from "../../../ui/states.tsx";
import { useWords } from "../../../words/words.ts";
import { wishWords } from "../words/wishes.ts";
import { WishesForm } from "./WishesForm.tsx";

/** What a visit asks of a plan: must or may wait, when, by whom, and with which other visit. */
export const WishesDialog = ({ visit, onClose }: { visit: PlanVisit; onClose: () => void }) => {
  const t = useWords(wishWords);
  const { data, error } = useQuery(planning.visitWishes, { visitId: visit.id }, { fresh: 0 });
  return (
    <Modal opened onClose={onClose} size="lg" title={t("title", { customer: visit.customerName })}>
      {error && <ErrorState error={error} />}
      {!error && !data && <SkeletonLines lines={8} />}
      {data && <WishesForm visit={visit} known={data} onClose={onClose} />}
    </Modal>
  );
};
