import { Button } from "@mantine/core";
import { field } from "#field/contract";
import { useDuration, useVisitNames } from "../../planning/visitNames.ts";
import { PropertyList } from "../../ui/PropertyList.tsx";
import { Stepper } from "../../ui/Stepper.tsx";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "../Job.module.css";
import { useStep } from "../useStep.ts";
import { jobWords } from "../words.ts";
import type { StepProps } from "./StepProps.ts";

/** Whom one visits and what to know, before the door. */
export const ArriveStep = ({ job, frame, callOff }: StepProps) => {
  const t = useWords(jobWords);
  const names = useVisitNames();
  const duration = useDuration();
  const { longDay, today } = useFormats();
  const depart = useStep(field.depart);
  const arrive = useStep(field.arrive);
  const now = () => new Date().toISOString();
  return (
    <Stepper
      {...frame}
      primary={{
        label: t("arrived"),
        onClick: () => arrive.run({ workOrderId: job.id, at: now() }),
        isRunning: arrive.isRunning,
      }}
    >
      <div className={styles.body}>
        {job.on && job.on !== today() && (
          <p className={styles.alert}>
            <strong>{t("notToday")}</strong>
            {t("otherDay", { day: longDay(job.on) })}
          </p>
        )}
        {job.accessNotes && (
          <p className={styles.alert}>
            <strong>{t("note")}</strong>
            {job.accessNotes}
          </p>
        )}
        <PropertyList
          properties={[
            { label: t("who"), value: job.contactName },
            { label: t("where"), value: job.address },
            { label: t("takes"), value: `${names("kind", job.jobKind)}, ${duration(job.minutes)}` },
            ...(job.orderNotes ? [{ label: t("orderNotes"), value: job.orderNotes }] : []),
          ]}
        />
        {job.visitStatus === "scheduled" && (
          <Button
            size="lg"
            variant="default"
            loading={depart.isRunning}
            onClick={() => depart.run({ workOrderId: job.id })}
          >
            {t("depart")}
          </Button>
        )}
        {callOff}
      </div>
    </Stepper>
  );
};
