import { ActionIcon, Button, Textarea, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { checklistOf, field, type WorkOrderView } from "#field/contract";
import { newId } from "../../api/newId.ts";
import { Stepper } from "../../ui/Stepper.tsx";
import { useWords } from "../../words/words.ts";
import { CheckRow } from "../CheckRow.tsx";
import styles from "../Job.module.css";
import { useStep } from "../useStep.ts";
import { jobWords } from "../words.ts";
import type { StepProps } from "./StepProps.ts";

const Serials = ({ job, articleId, name }: { job: WorkOrderView; articleId: string; name: string }) => {
  const t = useWords(jobWords);
  const [serial, setSerial] = useState("");
  const add = useStep(field.addSerial, () => setSerial(""));
  const remove = useStep(field.removeSerial);
  const label = t("serial", { article: name });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (serial.trim()) add.run({ workOrderId: job.id, assetId: newId(), articleId, serial });
  };
  return (
    <div className={styles.body}>
      <ul className={styles.serials} aria-label={label}>
        {job.assets
          .filter((asset) => asset.articleId === articleId)
          .map((asset) => (
            <li key={asset.id} className={styles.serial}>
              {asset.serial}
              <ActionIcon
                size={48}
                variant="subtle"
                aria-label={`${t("serialRemove")} ${asset.serial}`}
                onClick={() => remove.run({ workOrderId: job.id, assetId: asset.id })}
              >
                <IconTrash size={20} />
              </ActionIcon>
            </li>
          ))}
      </ul>
      <form className={styles.addSerial} onSubmit={submit} noValidate>
        <TextInput
          size="lg"
          label={label}
          value={serial}
          maxLength={80}
          autoCapitalize="characters"
          autoComplete="off"
          onChange={(event) => setSerial(event.currentTarget.value)}
        />
        <Button type="submit" size="lg" variant="default" loading={add.isRunning}>
          {t("serialAdd")}
        </Button>
      </form>
    </div>
  );
};

/** The work itself: serial numbers, checks and a few words. */
export const WorkStep = ({ job, answers, frame, onGo, callOff }: StepProps) => {
  const t = useWords(jobWords);
  const questions = checklistOf(job.jobKind).questions.filter(({ step }) => step === "work");
  const withSerial = job.materials.filter(({ requiresSerial }) => requiresSerial);
  return (
    <Stepper {...frame} primary={{ label: t("toPhotos"), onClick: () => onGo("photos") }}>
      {withSerial.map(
        ({ lineId, articleId, description }) =>
          articleId && <Serials key={lineId} job={job} articleId={articleId} name={description} />,
      )}
      <div className={styles.body}>
        {questions.map((question) => (
          <CheckRow
            key={question.id}
            question={question}
            value={answers.answers[question.id]}
            onAnswer={(value) => answers.answer(question.id, value)}
          />
        ))}
      </div>
      <Textarea
        size="lg"
        label={t("performed")}
        autosize
        minRows={2}
        maxLength={4000}
        value={answers.workPerformed}
        onChange={(event) => answers.describe(event.currentTarget.value)}
      />
      {callOff}
    </Stepper>
  );
};
