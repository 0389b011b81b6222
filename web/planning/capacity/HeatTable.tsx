import type { CapacityFigures, CapacityWeek } from "#planning/contract";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { weekNumber } from "../weekDays.ts";
import styles from "./capacity.module.css";
import { addUp, demandOf, isShort, levelOf, loadOf, noFigures } from "./figures.ts";
import { capacityWords } from "./words.ts";

export interface HeatRow {
  key: string;
  label: string;
  cells: ReadonlyMap<string, CapacityFigures>;
}

/** A cell in words: how full, and what is left or missing. */
export const useCellText = () => {
  const t = useWords(capacityWords);
  const { number, percent } = useFormats();
  const hours = (minutes: number) => number(minutes / 60, minutes < 600 ? 1 : 0);
  return (figures: CapacityFigures) => {
    const load = loadOf(figures);
    const rest = isShort(figures)
      ? t("shortHours", { hours: hours(figures.short) })
      : demandOf(figures) === 0 && figures.available === 0
        ? t("empty")
        : t("freeHours", { hours: hours(figures.free) });
    const share =
      load === null ? "–" : Number.isFinite(load) ? percent(Math.round(load * 100) * 100) : t("nobody");
    return { load: share, rest };
  };
};

interface HeatTableProps {
  weeks: readonly CapacityWeek[];
  rows: readonly HeatRow[];
  /** Rows that make a whole are added up; skills overlap and are not. */
  addsUp: boolean;
  openKey: string | undefined;
  onOpen: (row: string | undefined, week: string) => void;
}

const WeekHead = ({ week }: { week: CapacityWeek }) => {
  const t = useWords(capacityWords);
  const { day } = useFormats();
  const notes = [...week.closed.map(({ on, name }) => t("closed", { name, day: day(on) })), ...week.holidays];
  return (
    <th scope="col" title={notes.join(", ") || undefined}>
      {t("weekShort", { number: String(weekNumber(week.monday)) })}
      <div className={styles.soft}>{day(week.monday)}</div>
      <div className={styles.soft}>{t("crewDays", { made: week.crewDays + week.expectedCrewDays })}</div>
      {notes.length > 0 && <div className={styles.soft}>{notes[0]}</div>}
    </th>
  );
};

/** Week by region or skill: how full it is, in words, figures and colour; each cell opens. */
export const HeatTable = ({ weeks, rows, addsUp, openKey, onOpen }: HeatTableProps) => {
  const t = useWords(capacityWords);
  const text = useCellText();
  const corner = addsUp ? t("byRegion") : t("bySkill");
  const Cell = ({
    row,
    week,
    figures,
  }: {
    row: HeatRow | undefined;
    week: string;
    figures: CapacityFigures;
  }) => {
    const { load, rest } = text(figures);
    const facts = { row: row?.label ?? t("total"), week: String(weekNumber(week)), load, rest };
    return (
      <td>
        <button
          type="button"
          className={styles.cell}
          data-level={levelOf(figures)}
          data-open={openKey === `${row?.key ?? ""} ${week}` || undefined}
          aria-label={t("cell", facts)}
          onClick={() => onOpen(row?.key, week)}
        >
          <strong>{load}</strong>
          <span>{rest}</span>
        </button>
      </td>
    );
  };
  return (
    <div className={styles.box}>
      <table className={styles.heat}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {weeks.map((week) => (
              <WeekHead key={week.monday} week={week} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {weeks.map(({ monday }) => (
                <Cell key={monday} row={row} week={monday} figures={row.cells.get(monday) ?? noFigures} />
              ))}
            </tr>
          ))}
          {addsUp && (
            <tr className={styles.sum}>
              <th scope="row">{t("total")}</th>
              {weeks.map(({ monday }) => (
                <Cell
                  key={monday}
                  row={undefined}
                  week={monday}
                  figures={addUp(rows.map(({ cells }) => cells.get(monday) ?? noFigures))}
                />
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
};
