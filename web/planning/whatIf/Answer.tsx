import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { planning, type WhatIfResult, type WhatIfView, type WhatIfVisit } from "#planning/contract";
import { useAction } from "../../api/useAction.ts";
import { Go } from "../../ui/Go.tsx";
import { SkeletonLines } from "../../ui/states.tsx";
import { tellDone } from "../../ui/tell.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { capacityWords } from "../capacity/words.ts";
import styles from "../means/means.module.css";
import { useDuration } from "../visitNames.ts";
import { weekNumber } from "../weekDays.ts";
import { Drawn } from "./Drawn.tsx";
import { Figures } from "./Figures.tsx";
import { useChangeText } from "./useChangeText.ts";
import own from "./whatIf.module.css";
import { whatIfWords } from "./words.ts";

const Visit = ({ visit }: { visit: WhatIfVisit }) => {
  const t = useWords(whatIfWords);
  const c = useWords(capacityWords);
  const { day } = useFormats();
  const duration = useDuration();
  const { work, number, orderId, customerName, place, region, minutes, on, isFirm } = visit;
  return (
    <li>
      {orderId ? (
        <Go to={`/orders/${orderId}?at=visits`}>
          {number} · {customerName}
        </Go>
      ) : (
        <span>{t("notYet")}</span>
      )}
      <span className={styles.soft}>
        {[
          orderId ? place : region && c(`region.${region}`),
          work === "quoted" && t("quote"),
          duration(minutes),
          day(on),
          isFirm && t("known"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </li>
  );
};

const Visits = ({ title, visits }: { title: string; visits: readonly WhatIfVisit[] }) => {
  const t = useWords(whatIfWords);
  return (
    <section>
      <h4 className={styles.subtitle}>{title}</h4>
      {visits.length === 0 ? (
        <p className={styles.soft}>{t("nobody")}</p>
      ) : (
        <ul className={styles.papers}>
          {visits.map((visit) => (
            <Visit key={visit.id} visit={visit} />
          ))}
        </ul>
      )}
    </section>
  );
};

/** What was found, in a sentence or two before the figures. */
const InWords = ({ result }: { result: WhatIfResult }) => {
  const t = useWords(whatIfWords);
  const { crewsNeeded, changed, expectedCrewDays } = result;
  const { unplanned } = changed;
  return (
    <>
      {crewsNeeded !== null && (
        <p>
          <strong>{t("needed", { crews: crewsNeeded })}</strong>{" "}
          {unplanned > 0 && t("neededRest", { visits: unplanned })}
        </p>
      )}
      {expectedCrewDays > 0 && (
        <p className={styles.soft}>{t("expectedCrews", { days: expectedCrewDays })}</p>
      )}
    </>
  );
};

const Found = ({ result, isOne }: { result: WhatIfResult; isOne: boolean }) => {
  const t = useWords(whatIfWords);
  const { asIs, changed, wins, loses, drawn } = result;
  return (
    <div className={own.found}>
      <InWords result={result} />
      <Figures asIs={asIs} changed={changed} isOne={isOne} />
      <Drawn drawn={drawn} />
      {!isOne && (
        <div className={styles.sections}>
          <Visits title={t("wins", { count: String(wins.length) })} visits={wins} />
          <Visits title={t("loses", { count: String(loses.length) })} visits={loses} />
        </div>
      )}
    </div>
  );
};

/** One answer: both sides beside each other, and which visits win and lose. */
export const Answer = ({ answer, mayPlan }: { answer: WhatIfView; mayPlan: boolean }) => {
  const t = useWords(whatIfWords);
  const { day, moment } = useFormats();
  const text = useChangeText();
  const drop = useAction(planning.dropWhatIf, { onDone: () => tellDone(t("dropped")) });
  const { week, changes, work, status, problem, result, madeBy, madeAt } = answer;
  const asked = [...work.map((kind) => t(`with.${kind}`)), ...changes.map(text)].join("; ");
  return (
    <article>
      <h3 className={styles.subtitle}>
        {t("weekName", { number: String(weekNumber(week)), day: day(week) })}: {asked}
      </h3>
      <div className={styles.buttons}>
        <span className={styles.soft}>{t("by", { name: madeBy, moment: moment(madeAt) })}</span>
        {mayPlan && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconTrash size={14} />}
            loading={drop.isRunning}
            onClick={() => drop.run({ whatIfId: answer.id })}
          >
            {t("drop")}
          </Button>
        )}
      </div>
      {status === "running" && (
        <>
          <p role="status">{t("running")}</p>
          <SkeletonLines lines={4} />
        </>
      )}
      {status === "failed" && <p role="alert">{t(`failed.${problem ?? "unforeseen"}`)}</p>}
      {result && <Found result={result} isOne={changes.length === 0} />}
    </article>
  );
};
