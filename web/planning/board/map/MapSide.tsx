import { Select, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { EmptyState } from "../../../ui/states.tsx";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { daysOf } from "../store/derived.ts";
import { useBoard, useBoardValue, useMarks } from "../store/useBoard.ts";
import { sideWords } from "../words/side.ts";
import styles from "./map.module.css";
import { RouteMap } from "./RouteMap.tsx";
import { type Route, routesOn, waitingSpots } from "./routes.ts";

interface LegendProps {
  routes: readonly Route[];
  waiting: number;
  only: string | undefined;
  onOnly: (crewId: string | undefined) => void;
}

const Legend = ({ routes, waiting, only, onOnly }: LegendProps) => {
  const t = useWords(sideWords);
  return (
    <ul className={styles.legend}>
      {routes.map(({ crewId, name, colour, stops }) => (
        <li key={crewId}>
          <UnstyledButton
            aria-pressed={only === crewId}
            title={t("showOnly")}
            onClick={() => onOnly(only === crewId ? undefined : crewId)}
          >
            <span className={styles.swatch} style={{ background: colour }} aria-hidden="true" />
            {t("mapCrew", { crew: name, count: stops.length })}
          </UnstyledButton>
        </li>
      ))}
      <li className={styles.waiting}>{t("mapPool", { count: waiting })}</li>
    </ul>
  );
};

/** The day of the visit one points at, for a board that shows several days. */
const usePointedDay = () => {
  const focusId = useMarks((marks) => marks.focusId);
  return useBoardValue(({ visits }) => (focusId ? visits.get(focusId)?.at?.on : undefined));
};

/** How long one rests on a visit before the map goes along, in milliseconds: whoever walks through the week waits for no map. */
const restingAfter = 400;

/** The map of the week goes to the day of the visit one rests on. */
export const MapOfWeek = ({ on }: { on: string }) => {
  const [day] = useDebouncedValue(usePointedDay() ?? on, restingAfter);
  return <MapSide key={day} on={day} />;
};

/** The routes of a day on the map, beside the board. */
export const MapSide = ({ on }: { on: string }) => {
  const t = useWords(sideWords);
  const { day, longDay } = useFormats();
  const { store } = useBoard();
  const days = useBoardValue(daysOf);
  const visits = useBoardValue((state) => state.visits);
  const [shown, setShown] = useState(on);
  const [only, setOnly] = useState<string>();
  const routes = useMemo(() => visits && routesOn(store.get(), shown), [visits, shown, store]);
  const waiting = useMemo(() => visits && waitingSpots(store.get()), [visits, store]);
  const picked = useMemo(
    () =>
      routes.some(({ crewId }) => crewId === only) ? routes.filter(({ crewId }) => crewId === only) : routes,
    [routes, only],
  );
  return (
    <div className={styles.side}>
      <Select
        size="xs"
        aria-label={t("map")}
        allowDeselect={false}
        data={days.map((value) => ({ value, label: day(value) }))}
        value={shown}
        onChange={(value) => value && setShown(value)}
      />
      <RouteMap
        key={picked.map(({ crewId }) => crewId).join()}
        routes={picked}
        waiting={waiting}
        label={t("mapOf", { day: longDay(shown) })}
      />
      {routes.length === 0 && <EmptyState title={t("mapNone")} />}
      <Legend routes={routes} waiting={waiting.length} only={only} onOnly={setOnly} />
    </div>
  );
};
