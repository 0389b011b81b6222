import { Group } from "@mantine/core";
import { useState } from "react";
import { planning, type VisitView } from "#planning/contract";
import { MoveButton } from "../ui/MoveButton.tsx";
import { useWords } from "../words/words.ts";
import { MoveDialog } from "./MoveDialog.tsx";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { moveWords } from "./words.ts";

type Open = "plan" | "free" | "cancel" | undefined;

/** The moves of a visit, each in its dialog. */
export const VisitMoves = ({ visit, explain }: { visit: VisitView; explain: string }) => {
  const t = useWords(moveWords);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const because = () => ({ text: explain });
  const { moves } = visit;
  return (
    <>
      <Group gap={6} mt={12}>
        <MoveButton
          label={t("plan")}
          move={moves.schedule}
          explain={because}
          onMove={() => setOpen("plan")}
        />
        <MoveButton
          label={t("move")}
          variant="default"
          move={moves.move}
          explain={because}
          onMove={() => setOpen("plan")}
        />
        <MoveButton
          label={t("free")}
          variant="default"
          move={moves.free}
          explain={because}
          onMove={() => setOpen("free")}
        />
        <MoveButton
          label={t("cancel")}
          variant="default"
          move={moves.cancel}
          explain={because}
          onMove={() => setOpen("cancel")}
        />
      </Group>
      {open === "plan" && <MoveDialog visit={visit} onClose={close} />}
      {open === "free" && (
        <ReasonDialog
          endpoint={planning.freeVisit}
          visitId={visit.id}
          title={t("freeTitle")}
          text={t("freeText")}
          onClose={close}
        />
      )}
      {open === "cancel" && (
        <ReasonDialog
          endpoint={planning.cancelVisit}
          visitId={visit.id}
          title={t("cancelTitle")}
          text={t("cancelText")}
          onClose={close}
        />
      )}
    </>
  );
};
