import { Button, Modal } from "@mantine/core";
import { planning, type VisitView } from "#planning/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { SkeletonLines } from "../ui/states.tsx";
import { tellDone } from "../ui/tell.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import styles from "./dialogs.module.css";
import { HandPlanForm } from "./HandPlanForm.tsx";
import { useVisitNames } from "./visitNames.ts";
import { moveWords } from "./words.ts";

const shown = 6;

const Suggestions = ({ visit, onClose }: { visit: VisitView; onClose: () => void }) => {
  const t = useWords(moveWords);
  const names = useVisitNames();
  const { day } = useFormats();
  const { data } = useQuery(planning.offersForVisit, { visitId: visit.id });
  const book = useAction(planning.bookVisit, {
    onDone: ({ on }) => {
      if (on) tellDone(t("scheduled", { day: day(on) }));
      onClose();
    },
  });
  if (!data) return <SkeletonLines lines={2} />;
  if (data.offers.length === 0) return <p>{t(`noSuggestions.${data.why ?? "full"}`)}</p>;
  const others = data.offers.filter(({ on, part }) => on !== visit.on || part !== visit.part);
  const best = others.toSorted((a, b) => Number(b.isBest) - Number(a.isBest)).slice(0, shown);
  return (
    <div className={styles.offers}>
      {best.map(({ on, part, isBest }) => (
        <Button
          key={on + part}
          variant={isBest ? "light" : "default"}
          size="xs"
          disabled={book.isRunning}
          onClick={() => book.run({ visitId: visit.id, on, part })}
        >
          {day(on)} {names("part", part)}
        </Button>
      ))}
    </div>
  );
};

/** Plans or moves a visit: one of the best half days, or crew and time by hand. */
export const MoveDialog = ({ visit, onClose }: { visit: VisitView; onClose: () => void }) => {
  const t = useWords(moveWords);
  const isMove = visit.status === "scheduled";
  return (
    <Modal opened onClose={onClose} size="lg" title={isMove ? t("moveTitle") : t("planTitle")}>
      <div className={styles.form}>
        <section>
          <h3 className={styles.subtitle}>{t("suggestions")}</h3>
          <Suggestions visit={visit} onClose={onClose} />
        </section>
        <section className={styles.part}>
          <h3 className={styles.subtitle}>{t("byHand")}</h3>
          <HandPlanForm visit={visit} onClose={onClose} />
        </section>
      </div>
    </Modal>
  );
};
