import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Repair } from "#planning/contract";
import { useWords } from "../../../words/words.ts";
import { useDuration } from "../../visitNames.ts";
import { usePlanName } from "../plans/usePlanName.ts";
import { usePlaceText } from "../side/usePlaceText.ts";
import { changesIn } from "../store/derived.ts";
import { useBoardValue } from "../store/useBoard.ts";
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
    <article className={styles.way} tabIndex={-1} aria-label={t(`disrupt.kinds.${kind}`)}>
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

/** That ways to mend begin at what is in force, for whoever has a plan on the board that is not published. */
const FromInForce = () => {
  const t = useWords(dialogWords);
  const nameOf = usePlanName();
  const name = useBoardValue(({ plan }) => nameOf(plan));
  const count = useBoardValue(changesIn);
  return count > 0 && <p>{t("disrupt.fromInForce", { name, count })}</p>;
};

/** Up to three ways to mend the plan, from the calmest to the shortest roads. */
export const Repairs = ({ repairs, isTaking, onBack, onTake }: RepairsProps) => {
  const t = useWords(dialogWords);
  const found = useRef<HTMLDivElement>(null);
  // They come after a while: the keys go to the calmest, and whoever cannot see them hears how many there are.
  useEffect(() => found.current?.querySelector("article")?.focus(), []);
  const label = t("disrupt.found", { count: repairs.length });
  return (
    <div ref={found} className={styles.form} role="group" aria-label={label}>
      <FromInForce />
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
