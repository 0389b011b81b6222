import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { type PlanRow, planning } from "#planning/contract";
import { useAction } from "../../../api/useAction.ts";
import { tellDone } from "../../../ui/tell.ts";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import styles from "../dialogs/dialogs.module.css";
import { dialogWords } from "../words/dialogs.ts";
import { ComparePlans } from "./ComparePlans.tsx";
import { InlineName } from "./InlineName.tsx";
import { Publications } from "./Publications.tsx";
import { usePlanName } from "./usePlanName.ts";

interface PlansDialogProps {
  rows: readonly PlanRow[];
  openId: string;
  onOpen: (planId: string | undefined) => void;
  onClose: () => void;
}

const Row = ({
  row,
  isOpen,
  onOpen,
}: {
  row: PlanRow;
  isOpen: boolean;
  onOpen: PlansDialogProps["onOpen"];
}) => {
  const t = useWords(dialogWords);
  const { ago } = useFormats();
  const nameOf = usePlanName();
  const copy = useAction(planning.makePlan, {
    onDone: ({ id, name }) => {
      onOpen(id);
      tellDone(t("plans.copied", { name }));
    },
  });
  const discard = useAction(planning.discardPlan, {
    onDone: ({ id }) => {
      if (isOpen) onOpen(undefined);
      // A draft is not put back: it is made again as a copy of what was thrown away.
      tellDone(t("plans.discarded", { name: nameOf(row) }), () =>
        copy.run({ from: row.from, until: row.until, name: nameOf(row), copyOf: id }),
      );
    },
  });
  const copyName = t("plans.copyName", { name: nameOf(row) }).slice(0, 80);
  return (
    <li className={styles.plan}>
      <div>
        <InlineName planId={row.id} name={nameOf(row)} />
        <div className={styles.soft}>{t("plans.made", { who: row.madeBy, ago: ago(row.createdAt) })}</div>
      </div>
      <span>{t("plans.changes", { count: row.changes })}</span>
      <div className={styles.buttons}>
        <Button size="xs" variant="default" disabled={isOpen} onClick={() => onOpen(row.id)}>
          {t(isOpen ? "plans.isOpen" : "plans.open")}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={copy.isRunning}
          onClick={() => copy.run({ from: row.from, until: row.until, name: copyName, copyOf: row.id })}
        >
          {t("plans.copy")}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={discard.isRunning}
          onClick={() => discard.run({ planId: row.id })}
        >
          {t("plans.discard")}
        </Button>
      </div>
    </li>
  );
};

/** The drafts of the week: open, copy, rename, throw away, and two of them side by side. */
export const PlansDialog = ({ rows, openId, onOpen, onClose }: PlansDialogProps) => {
  const t = useWords(dialogWords);
  const [otherId, setOtherId] = useState<string | null>(null);
  const open = rows.find(({ id }) => id === openId);
  const make = useAction(planning.makePlan, { onDone: ({ id }) => onOpen(id) });
  return (
    <Modal opened onClose={onClose} size="60rem" title={t("plans.title")}>
      <div className={styles.form}>
        <ul className={styles.plans}>
          {rows.map((row) => (
            <Row key={row.id} row={row} isOpen={row.id === openId} onOpen={onOpen} />
          ))}
        </ul>
        {open && (
          <Button
            size="xs"
            variant="default"
            loading={make.isRunning}
            onClick={() => make.run({ from: open.from, until: open.until, name: t("plans.fresh") })}
          >
            {t("plans.fresh")}
          </Button>
        )}
        {open && <Publications days={open} onOpen={onOpen} />}
        {open && rows.length > 1 && (
          <ComparePlans open={open} rows={rows} otherId={otherId} onOther={setOtherId} />
        )}
      </div>
    </Modal>
  );
};
