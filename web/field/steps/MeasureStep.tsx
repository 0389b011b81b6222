import { checklistOf, field, isAnswered } from "#field/contract";
import { Stepper } from "../../ui/Stepper.tsx";
import { useWords } from "../../words/words.ts";
import { CheckRow } from "../CheckRow.tsx";
import styles from "../Job.module.css";
import { Missing } from "../Missing.tsx";
import { useStep } from "../useStep.ts";
import { jobWords } from "../words.ts";
import type { StepProps } from "./StepProps.ts";

/** Measurements within their limits; then the work can be shown to the customer. */
export const MeasureStep = ({ job, answers, frame, onGo }: StepProps) => {
  const t = useWords(jobWords);
  const finish = useStep(field.finishWork, () => onGo("handover"));
  const { questions } = checklistOf(job.jobKind);
  const measured = questions.filter(({ step }) => step === "measure");
  const unanswered = questions.filter((each) => !isAnswered(each, answers.answers[each.id]));
  const missing = [
    ...unanswered.filter(({ step }) => step === "work").map(({ id }) => `question:${id}`),
    ...job.missing.filter((each) => !each.startsWith("question:")),
  ];
  const submit = async () => {
    await answers.flush();
    if (job.status === "customer_review") onGo("handover");
    else finish.run({ workOrderId: job.id, at: new Date().toISOString() });
  };
  return (
    <Stepper
      {...frame}
      primary={{
        label: t("toHandover"),
        disabled: unanswered.length > 0 || missing.length > 0,
        isRunning: finish.isRunning,
        onClick: () => void submit(),
      }}
    >
      <Missing job={job} missing={missing} onGo={onGo} />
      {measured.length === 0 && <p className={styles.soft}>{t("measureNone")}</p>}
      <div className={styles.body}>
        {measured.map((question) => (
          <CheckRow
            key={question.id}
            question={question}
            value={answers.answers[question.id]}
            onAnswer={(value) => answers.answer(question.id, value)}
          />
        ))}
      </div>
    </Stepper>
  );
};
