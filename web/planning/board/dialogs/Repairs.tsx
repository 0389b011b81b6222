import { Button } from "@mantine/core";
import type { Repair } from "#planning/contract";
import { useWords } from "../../../words/words.ts";
import { useDuration } from "../../visitNames.ts";
import { usePlaceText } from "../side/usePlaceText.ts";
import { dialogWords } from "../words/dialogs.ts";
import styles from "./dialogs.module.css";

interface RepairsProps {
  repairs: readonly Repair[];
  isTaking: boolean;
  onBack: () => void;
  onTake: (repair: Repair) => void;
}

const callsIn = ({ moves }: Repair) => moves.filter(({ tells }) => tells !== "nothing").length;

interface WayProps {
  repair: Repair;
  isTaking: boolean;
  onTake: () => void;
}

const Way = ({ repair, isTaking, onTake }: WayProps) => {
  const t = useWords(dialogWords);
  const duration = useDuration();
  const place = usePlaceText();
  const { kind, moves, score } = repair;
  const sorted = moves.toSorted((a, b) => Number(a.tells === "nothing") - Number(b.tells === "nothing"));
  return (
    <article className={styles.way} aria-label={t(`disrupt.kinds.${kind}`)}>
      <h3 className={styles.subtitle}>{t(`disrupt.kinds.${kind}`)}</h3>
      <p>{t("disrupt.sums", { moved: moves.length, calls: callsIn(repair) })}</p>
      <p className={styles.soft}>
        {t("disrupt.travel", { duration: duration(score.travelMinutes) || "0 min" })},{" "}
        {t("disrupt.without", { count: moves.filter(({ to }) => to === null).length })}
      </p>
      <ul className={styles.list} data-long>
        {moves.length === 0 && <li>{t("disrupt.none")}</li>}
        {sorted.map(({ visitId, customerName, from, to, tells }) => (
          <li key={visitId}>
            {t("disrupt.stepTo", { customer: customerName, place: place(to) })}
            <span className={styles.soft} data-tells={tells}>
              {" "}
              {from && t("disrupt.was", { place: place(from) })} {t(`disrupt.tells.${tells}`)}
            </span>
          </li>
        ))}
      </ul>
      <Button disabled={isTaking} onClick={onTake}>
        {t("disrupt.take")}
      </Button>
    </article>
  );
};

/** Up to three ways to mend the plan, from the calmest to the shortest roads. */
export const Repairs = ({ repairs, isTaking, onBack, onTake }: RepairsProps) => {
  const t = useWords(dialogWords);
  return (
    <div className={styles.form}>
      <div className={styles.ways}>
        {repairs.map((repair) => (
          <Way key={repair.planId} repair={repair} isTaking={isTaking} onTake={() => onTake(repair)} />
        ))}
      </div>
      <p className={styles.soft}>{t("disrupt.record")}</p>
      <Button variant="default" onClick={onBack}>
        {t("disrupt.back")}
      </Button>
    </div>
  );
};
