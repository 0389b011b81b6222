import { Button } from "@mantine/core";
import { useState } from "react";
import { type CrewCard, type CrewWeek, planning } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useMay } from "../../identity/session.tsx";
import { EmptyState, ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { mondayIn, plusDays, weekNumber, workDays } from "../weekDays.ts";
import { BreachDialog } from "./BreachDialog.tsx";
import { CrewCell } from "./CrewCell.tsx";
import { CrewDialog } from "./CrewDialog.tsx";
import { crewWords } from "./crewWords.ts";
import { FillMenu } from "./FillMenu.tsx";
import styles from "./means.module.css";
import { PersonCell } from "./PersonCell.tsx";
import { type CrewMoves, useCrewMoves } from "./useCrewMoves.ts";
import { meansWords } from "./words.ts";

interface Open {
  crew: CrewCard | undefined;
  on: string;
  mechanicIds: readonly string[];
}

interface MatrixProps extends CrewWeek {
  moves: CrewMoves;
  mayPlan: boolean;
  onOpen: (open: Open) => void;
}

const Matrix = ({ days, mechanics, crews, moves, mayPlan, onOpen }: MatrixProps) => {
  const t = useWords(crewWords);
  const m = useWords(meansWords);
  const { day: dayText } = useFormats();
  const nameOf = (id: string) => mechanics.find((one) => one.id === id)?.firstName ?? "";
  const inOrder = crews.toSorted((a, b) => a.name.localeCompare(b.name, "nl", { numeric: true }));
  const crewsOn = Map.groupBy(inOrder, ({ on }) => on);
  return (
    <table className={styles.matrix}>
      <thead>
        <tr>
          <th scope="col">{t("person")}</th>
          {days.map(({ on, works, name }) => (
            <th key={on} scope="col" className={works ? undefined : styles.closed}>
              {dayText(on)}
              {name && <div className={styles.soft}>{name}</div>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {mechanics.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              {person.name}
              <div className={styles.soft}>{m(`levels.${person.level as "senior"}`)}</div>
            </th>
            {person.days.map((day, index) => (
              <td key={day.on} className={days[index]?.works ? undefined : styles.closed}>
                <PersonCell
                  person={person}
                  day={day}
                  crews={crewsOn.get(day.on) ?? []}
                  moves={moves}
                  mayPlan={mayPlan}
                  onNewCrew={(mechanicId, on) => onOpen({ crew: undefined, on, mechanicIds: [mechanicId] })}
                />
              </td>
            ))}
          </tr>
        ))}
        <tr className={styles.crewRow}>
          <th scope="row">{m("crews")}</th>
          {days.map(({ on }) => (
            <td key={on}>
              {(crewsOn.get(on) ?? []).map((crew) => (
                <CrewCell
                  key={crew.id}
                  crew={crew}
                  moves={moves}
                  nameOf={nameOf}
                  onOpen={() => onOpen({ crew, on, mechanicIds: [] })}
                />
              ))}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
};

/** The crews of a week as people by days; somebody is put on a crew by menu or drag. */
export const CrewMatrix = () => {
  const t = useWords(crewWords);
  const { today, day } = useFormats();
  const filters = useFilters();
  const mayPlan = useMay()("operations.planning");
  const [opened, setOpened] = useState<Open>();
  const monday = mondayIn(filters.values.week, today());
  const until = workDays(monday).at(-1)!;
  const query = useQuery(planning.crewWeek, { from: monday, until }, { keep: true });
  const data = query.data;
  const moves = useCrewMoves({
    person: (id) => data?.mechanics.find((one) => one.id === id)?.name ?? "",
    crew: (id) => data?.crews.find((one) => one.id === id)?.name ?? "",
  });
  const go = (week: string | undefined) => filters.set({ week });
  return (
    <>
      <div className={styles.tools}>
        <strong>
          {t("week", { number: weekNumber(monday) })}{" "}
          <span className={styles.soft}>
            {day(monday)} – {day(until)}
          </span>
        </strong>
        <Button size="xs" variant="default" onClick={() => go(plusDays(monday, -7))}>
          {t("previous")}
        </Button>
        <Button size="xs" variant="default" onClick={() => go(undefined)}>
          {t("thisWeek")}
        </Button>
        <Button size="xs" variant="default" onClick={() => go(plusDays(monday, 7))}>
          {t("next")}
        </Button>
        {mayPlan && <FillMenu monday={monday} until={until} />}
      </div>
      {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <SkeletonLines lines={12} />}
      {data?.mechanics.length === 0 && <EmptyState title={t("noPeople")} text={t("noPeopleText")} />}
      {data && data.mechanics.length > 0 && (
        <Matrix {...data} moves={moves} mayPlan={mayPlan} onOpen={setOpened} />
      )}
      <BreachDialog moves={moves} />
      {opened && mayPlan && <CrewDialog {...opened} moves={moves} onClose={() => setOpened(undefined)} />}
    </>
  );
};
