import { Button } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconFileText } from "@tabler/icons-react";
import { field, type WorkOrderView } from "#field/contract";
import { useAction } from "../api/useAction.ts";
import { Go } from "../ui/Go.tsx";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import styles from "./Job.module.css";
import { jobWords } from "./words.ts";

/** Opens the work order in its own tab; a tab opened before the answer came is not blocked. */
const useOpenPdf = (workOrderId: string) => {
  const pdf = useAction(field.pdf, { invalidates: [] });
  return {
    isRunning: pdf.isRunning,
    open: async () => {
      const tab = window.open("", "_blank");
      try {
        const { fileId } = await pdf.runAsync({ workOrderId });
        if (tab) tab.location.href = `/api/v1/files/${fileId}`;
      } catch {
        tab?.close();
      }
    },
  };
};

/** A job that is over: signed for, or called off with the reason. */
export const JobEnd = ({ job }: { job: WorkOrderView }) => {
  const t = useWords(jobWords);
  const { time } = useFormats();
  const pdf = useOpenPdf(job.id);
  const isDone = job.status === "completed";
  return (
    <div className={styles.end}>
      {isDone ? (
        <IconCircleCheck size={56} color="var(--success)" aria-hidden="true" />
      ) : (
        <IconCircleX size={56} color="var(--danger)" aria-hidden="true" />
      )}
      <h1 className={styles.name}>{isDone ? t("completed") : t("cancelled")}</h1>
      <p className={styles.soft}>
        {isDone && job.signedName && job.signedAt
          ? t("completedText", { name: job.signedName, time: time(job.signedAt) })
          : job.cancelReason}
      </p>
      {isDone && (
        <Button
          size="lg"
          fullWidth
          variant="default"
          loading={pdf.isRunning}
          leftSection={<IconFileText size={20} aria-hidden="true" />}
          onClick={() => void pdf.open()}
        >
          {t("pdf")}
        </Button>
      )}
      <Button size="lg" fullWidth c="var(--brand-on)" renderRoot={(props) => <Go to="/" {...props} />}>
        {t("back")}
      </Button>
    </div>
  );
};
