import { Button, Modal } from "@mantine/core";
import type { CrewBreach } from "#planning/contract";
import { useWords } from "../../words/words.ts";
import { useVisitNames } from "../visitNames.ts";
import { crewWords } from "./crewWords.ts";
import styles from "./means.module.css";
import type { CrewMoves } from "./useCrewMoves.ts";

/** A breach in a sentence. */
export const useBreachText = () => {
  const t = useWords(crewWords);
  const names = useVisitNames();
  return ({ kind, detail }: Pick<CrewBreach, "kind" | "detail">) => {
    const [visit, skills] = detail.split(": ");
    const known =
      kind === "skills" && skills
        ? `${visit} (${skills
            .split(", ")
            .map((skill) => names("skill", skill))
            .join(", ")})`
        : detail;
    return t(`breach.${kind}`, { detail: known });
  };
};

/** What is not right about a change, before it is done on purpose. */
export const BreachDialog = ({ moves }: { moves: CrewMoves }) => {
  const t = useWords(crewWords);
  const text = useBreachText();
  const { asked, forget } = moves;
  if (!asked) return null;
  return (
    <Modal opened onClose={forget} title={t("breachTitle")}>
      <div className={styles.form}>
        <ul className={styles.list}>
          {asked.breaches.map((breach) => (
            <li key={breach.kind + breach.crewName + breach.detail}>
              {breach.crewName && `${breach.crewName}: `}
              {text(breach)}
            </li>
          ))}
        </ul>
        <div className={styles.buttons}>
          <Button
            data-autofocus
            onClick={() => {
              forget();
              asked.go();
            }}
          >
            {t("doItAnyway")}
          </Button>
          <Button variant="default" onClick={forget}>
            {t("cancel")}
          </Button>
        </div>
      </div>
    </Modal>
  );
};
