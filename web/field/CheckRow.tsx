import { NumberInput, Textarea } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { type Answer, isAnswered, type Question } from "#field/contract";
import { useFormats } from "../words/format.ts";
import { useLanguage } from "../words/language.ts";
import { lookUp, useWords } from "../words/words.ts";
import styles from "./Job.module.css";
import { questionWords } from "./questionWords.ts";
import { jobWords } from "./words.ts";

/** What a question of the checklist is called. */
export const useQuestionName = () => {
  const language = useLanguage();
  return (id: string) => lookUp(questionWords, language, id) ?? id;
};

interface RowProps {
  question: Question;
  value: Answer | undefined;
  onAnswer: (value: Answer) => void;
}

const Check = ({ question, value, onAnswer }: RowProps) => {
  const t = useWords(jobWords);
  const name = useQuestionName();
  return (
    <div className={styles.check}>
      <button
        type="button"
        className={styles.checkMain}
        aria-pressed={value === true}
        onClick={() => onAnswer(value !== true)}
      >
        <span className={styles.box}>{value === true && <IconCheck size={22} aria-hidden="true" />}</span>
        {name(question.id)}
      </button>
      <button
        type="button"
        className={styles.choice}
        data-soft
        aria-label={`${name(question.id)}: ${t("notApplicable")}`}
        aria-pressed={value === "not_applicable"}
        onClick={() => onAnswer(value === "not_applicable" ? false : "not_applicable")}
      >
        {t("notApplicable")}
      </button>
    </div>
  );
};

const Measured = ({ question, value, onAnswer }: RowProps) => {
  const t = useWords(jobWords);
  const { separators } = useFormats();
  const name = useQuestionName();
  const { min = 0, max = 0, unit = "" } = question;
  const isWrong = typeof value === "number" && !isAnswered(question, value);
  return (
    <NumberInput
      size="lg"
      label={name(question.id)}
      suffix={unit ? ` ${unit}` : ""}
      inputMode="decimal"
      decimalSeparator={separators.decimalSeparator}
      hideControls
      value={typeof value === "number" ? value : ""}
      error={isWrong ? t("outside", { min, max }) : undefined}
      description={t("outside", { min, max })}
      onChange={(given) => typeof given === "number" && onAnswer(given)}
    />
  );
};

/** One question of the checklist, answered with a thumb. */
export const CheckRow = (props: RowProps) => {
  const name = useQuestionName();
  const { question, value, onAnswer } = props;
  if (question.kind === "check") return <Check {...props} />;
  if (question.kind === "number") return <Measured {...props} />;
  return (
    <Textarea
      size="lg"
      autosize
      minRows={2}
      label={name(question.id)}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onAnswer(event.currentTarget.value)}
    />
  );
};
