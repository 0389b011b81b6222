import type { WorkOrderView } from "#field/contract";
import { useLanguage } from "../words/language.ts";
import { lookUp, useWords } from "../words/words.ts";
import { useQuestionName } from "./CheckRow.tsx";
import styles from "./Job.module.css";
import type { StepId } from "./jobSteps.ts";
import { jobWords } from "./words.ts";

/** What must still be done before the customer can sign, each leading to its step. */
export const Missing = ({
  job,
  missing,
  onGo,
}: {
  job: WorkOrderView;
  missing: readonly string[];
  onGo: (step: StepId) => void;
}) => {
  const t = useWords(jobWords);
  const language = useLanguage();
  const question = useQuestionName();
  if (missing.length === 0) return null;
  const partsOf = (each: string): { text: string; step: StepId } => {
    const [kind = "", name = ""] = each.split(":");
    if (kind === "photo")
      return { step: "photos", text: `${t("step.photos")}: ${lookUp(jobWords, language, `place.${name}`)}` };
    if (kind === "question") return { step: "work", text: question(name) };
    const article = job.materials.find(({ articleId }) => articleId === name)?.description ?? "";
    return { step: "work", text: t("serial", { article }) };
  };
  return (
    <div className={styles.alert} role="status">
      <strong>{t("still")}</strong>
      <ul className={styles.missing}>
        {missing.map((each) => {
          const { text, step } = partsOf(each);
          return (
            <li key={each}>
              <button type="button" className="cc-link-button" onClick={() => onGo(step)}>
                {text}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
