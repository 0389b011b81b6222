import type { CrewDayView, VisitRow } from "#planning/contract";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import styles from "./Calendar.module.css";
import { VisitChip } from "./VisitChip.tsx";
import { useDuration } from "./visitNames.ts";
import { calendarWords } from "./words.ts";

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const Load = ({ crew, visits }: { crew: CrewDayView; visits: readonly VisitRow[] }) => {
  const t = useWords(calendarWords);
  const duration = useDuration();
  const whole = minutesOf(crew.endsAt) - minutesOf(crew.startsAt);
  const planned = visits.reduce((sum, { minutes, travelMinutes }) => sum + minutes + (travelMinutes ?? 0), 0);
  const away = crew.members.filter(({ isAbsent }) => isAbsent).map(({ firstName }) => firstName);
  const share = Math.min(100, Math.round((100 * planned) / whole));
  const text = t("load", { planned: duration(planned) || "0 min", whole: duration(whole) });
  return (
    <>
      <div className={styles.load} role="img" aria-label={text} title={text}>
        <span style={{ inlineSize: `${share}%` }} data-full={share >= 90 || undefined} />
      </div>
      <p className={styles.people} data-away={away.length > 0 || undefined}>
        {away.length > 0
          ? t("away", { names: away.join(", ") })
          : crew.members.map(({ firstName }) => firstName).join(", ")}
      </p>
    </>
  );
};

interface WeekGridProps {
  days: readonly string[];
  crews: readonly CrewDayView[];
  visits: readonly VisitRow[];
  openId: string | undefined;
  onOpen: (visitId: string) => void;
}

/** The week: a row for each crew, a column for each day. */
export const WeekGrid = ({ days, crews, visits, openId, onOpen }: WeekGridProps) => {
  const t = useWords(calendarWords);
  const { day: dayText, today } = useFormats();
  const names = [...new Set(crews.map(({ name }) => name))].toSorted((a, b) =>
    a.localeCompare(b, "nl", { numeric: true }),
  );
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t("calendar")}>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t("crew")}
            </th>
            {days.map((day) => (
              <th key={day} scope="col" data-today={day === today() || undefined}>
                {dayText(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {days.map((day) => {
                const crew = crews.find((each) => each.on === day && each.name === name);
                if (!crew) return <td key={day} className={styles.none} aria-label={t("noCrew")} />;
                const ofCrew = visits.filter(({ crewId }) => crewId === crew.id);
                return (
                  <td key={day}>
                    <Load crew={crew} visits={ofCrew} />
                    {ofCrew.map((visit) => (
                      <VisitChip key={visit.id} visit={visit} isOpen={visit.id === openId} onOpen={onOpen} />
                    ))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
