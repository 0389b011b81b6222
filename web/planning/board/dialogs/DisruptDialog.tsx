import { Modal } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { type Disruption, planning, type Repair } from "#planning/contract";
import { useAction } from "../../../api/useAction.ts";
import { SkeletonLines } from "../../../ui/states.tsx";
import { useWords } from "../../../words/words.ts";
import { dialogWords } from "../words/dialogs.ts";
import { DisruptForm } from "./DisruptForm.tsx";
import styles from "./dialogs.module.css";
import { Repairs } from "./Repairs.tsx";

/** While it is being looked for, this has the keys: the form they were in is gone for so long. */
const Searching = () => {
  const t = useWords(dialogWords);
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus(), []);
  return (
    <div ref={here} className={styles.form} role="status" tabIndex={-1}>
      <p>{t("disrupt.searching")}</p>
      <SkeletonLines lines={4} />
    </div>
  );
};

interface DisruptDialogProps {
  onClose: () => void;
  onTake: (planId: string) => void;
}

/** Something happened: what, and then up to three ways out beside each other. */
export const DisruptDialog = ({ onClose, onTake }: DisruptDialogProps) => {
  const t = useWords(dialogWords);
  const [repairs, setRepairs] = useState<Repair[]>();
  const discard = useAction(planning.discardPlan);
  const take = useAction(planning.takeRepair, { onDone: ({ id }) => onTake(id) });
  const repair = useAction(planning.repair, { onDone: (found) => setRepairs(found.repairs) });
  const submit = (what: Disruption) => repair.run({ what });
  /** Proposals nobody takes do not stay behind as drafts. */
  const leave = () => {
    for (const { planId } of repairs ?? []) discard.run({ planId });
    setRepairs(undefined);
  };
  return (
    <Modal
      opened
      onClose={() => {
        leave();
        onClose();
      }}
      size={repairs ? "70rem" : "md"}
      title={t("disrupt.title")}
    >
      {repair.isRunning && !repairs && <Searching />}
      {/* What was filled in is still there when the server refuses it. */}
      {!repairs && (
        <div hidden={repair.isRunning}>
          <DisruptForm isAsking={repair.isRunning} onSubmit={submit} />
        </div>
      )}
      {repairs && (
        <Repairs
          repairs={repairs}
          isTaking={take.isRunning}
          onBack={leave}
          onTake={({ planId }) => {
            const others = repairs.map((each) => each.planId).filter((id) => id !== planId);
            take.run({ planId, others });
          }}
        />
      )}
    </Modal>
  );
};
