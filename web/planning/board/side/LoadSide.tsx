import { useMemo } from "react";
import { Go } from "../../../ui/Go.tsx";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { useDuration, useVisitNames } from "../../visitNames.ts";
import { useBoard, useBoardValue } from "../store/useBoard.ts";
import { reasonWords } from "../words/reasons.ts";
import { sideWords } from "../words/side.ts";
import { type DayLoad, loadByDay, loadByRegion, skillGaps } from "./loadOf.ts";
import styles from "./side.module.css";

const DayLoads = ({ rows }: { rows: readonly DayLoad[] }) => {
  const t = useWords(sideWords);
  const { day, number } = useFormats();
  return (
    <table className={styles.loads}>
      <caption>{t("perDay")}</caption>
      <tbody>
        {rows.map(({ on, crews, work, travel, whole }) => (
          <tr key={on}>
            <th scope="row" className={styles.whole}>
              {day(on)}
            </th>
            <td className={styles.whole}>{t("crews", { count: crews })}</td>
            <td className={styles.wide}>
              <span className={styles.meter} aria-hidden="true">
                <span style={{ inlineSize: `${(100 * work) / Math.max(1, whole)}%` }} />
                <span style={{ inlineSize: `${(100 * travel) / Math.max(1, whole)}%` }} data-kind="travel" />
              </span>
              <span className={styles.soft}>
                {t("hoursOf", {
                  used: number((work + travel) / 60, 0),
                  whole: number(whole / 60, 0),
                })}
              </span>
            </td>
            <td className={styles.figure}>{whole ? Math.round((100 * (work + travel)) / whole) : 0}%</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Gaps = () => {
  const t = useWords(sideWords);
  const r = useWords(reasonWords);
  const names = useVisitNames();
  const { marks } = useBoard();
  const visits = useBoardValue((state) => state.visits);
  const { store } = useBoard();
  const gaps = useMemo(() => visits && skillGaps(store.get()), [visits, store]);
  return (
    <section>
      <h3 className={styles.title}>{t("gaps")}</h3>
      {gaps.length === 0 && <p className={styles.soft}>{t("noGaps")}</p>}
      <ul className={styles.breaches}>
        {gaps.map(({ skill, visitIds }) => (
          <li key={skill}>
            <span>{t("gap", { skill: names("skill", skill), count: visitIds.length })}</span>
            <span className={styles.fixes}>
              <button type="button" className="cc-link-button" onClick={() => marks.select(visitIds)}>
                {t("selectThem")}
              </button>
              <Go to="/planning/means?tab=mechanics">{r("fixPeople")}</Go>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** How busy the plan is, by day and by region, and which skills lack. */
export const LoadSide = () => {
  const t = useWords(sideWords);
  const duration = useDuration();
  const { store, marks } = useBoard();
  const visits = useBoardValue((state) => state.visits);
  const days = useBoardValue((state) => state.days);
  const byDay = useMemo(() => days && loadByDay(store.get()), [days, store]);
  const regions = useMemo(() => visits && loadByRegion(store.get()), [visits, store]);
  const select = (region: string) =>
    marks.select(
      [...visits.values()].filter(({ postalCode }) => postalCode?.startsWith(region)).map(({ id }) => id),
    );
  return (
    <div className={styles.part}>
      <DayLoads rows={byDay} />
      <Gaps />
      <table className={styles.loads}>
        <caption>{t("perRegion")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("region")}</th>
            <th scope="col">{t("planned")}</th>
            <th scope="col">{t("waiting")}</th>
            <th scope="col">{t("work")}</th>
          </tr>
        </thead>
        <tbody>
          {regions.map(({ region, planned, waiting, minutes }) => (
            <tr key={region}>
              <th scope="row">
                <button type="button" className="cc-link-button" onClick={() => select(region)}>
                  {region}
                </button>
              </th>
              <td className={styles.figure}>{planned}</td>
              <td className={styles.figure}>{waiting}</td>
              <td className={styles.figure}>{duration(minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
