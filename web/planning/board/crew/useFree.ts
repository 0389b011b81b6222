import { planning } from "#planning/contract";
import { useQuery } from "../../../api/queries.ts";
import { crewsOn } from "../store/derived.ts";
import { useBoard, useBoardValue } from "../store/useBoard.ts";

const fresh = 60_000;

/** The crews of a day in this draft, as they are now. */
export const useCrewsOn = (on: string) => {
  const { store } = useBoard();
  const days = useBoardValue((state) => state.days);
  return days && crewsOn(store.get(), on);
};

/** People who are on no crew of the day; none yet while they are being asked. */
export const useFreePeople = (on: string) => {
  const crews = useCrewsOn(on);
  const mechanics = useQuery(planning.mechanics, {}, { fresh });
  const taken = new Set(crews.flatMap(({ members }) => members.map(({ id }) => id)));
  return mechanics.data?.rows.filter(({ id }) => !taken.has(id));
};

/** Vans that stand still that day, not in repair. */
export const useFreeVans = (on: string) => {
  const crews = useCrewsOn(on);
  const vans = useQuery(planning.vans, {}, { fresh });
  const taken = new Set(crews.map(({ vanId }) => vanId));
  return vans.data?.rows.filter(
    ({ id, active, repairs }) =>
      active && !taken.has(id) && !repairs.some(({ fromOn, untilOn }) => fromOn <= on && on <= untilOn),
  );
};
