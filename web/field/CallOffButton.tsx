import { Button, Modal, Textarea } from "@mantine/core";
import { useState } from "react";
import { field, type WorkOrderView } from "#field/contract";
import { useWords } from "../words/words.ts";
import styles from "./Job.module.css";
import { useStep } from "./useStep.ts";
import { jobWords } from "./words.ts";

/** The way out: nobody home, no power, no permission; only with a reason. */
export const CallOffButton = ({ job }: { job: WorkOrderView }) => {
  const t = useWords(jobWords);
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const callOff = useStep(field.callOff);
  return (
    <>
      <Button size="lg" variant="subtle" color="danger" onClick={() => setOpen(true)}>
        {t("callOff")}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t("callOffTitle")}>
        <form
          className={styles.body}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            callOff.run({ workOrderId: job.id, reason });
          }}
        >
          <p>{t("callOffText")}</p>
          <Textarea
            size="lg"
            label={t("callOffReason")}
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
          />
          <Button
            type="submit"
            size="lg"
            color="danger"
            disabled={!reason.trim()}
            loading={callOff.isRunning}
          >
            {t("callOffSubmit")}
          </Button>
        </form>
      </Modal>
    </>
  );
};
