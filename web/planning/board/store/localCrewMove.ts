import type { CrewMove, PlanDay } from "#planning/contract";
import { moveLocally } from "./localMove.ts";
import type { BoardState } from "./state.ts";

type Days = Map<string, PlanDay>;

const movePerson = (
  days: Days,
  { mechanicId, fromCrewId, toCrewId }: Extract<CrewMove, { kind: "person" }>,
) => {
  const from = days.get(fromCrewId ?? "");
  const to = days.get(toCrewId ?? "");
  const person = from?.members.find(({ id }) => id === mechanicId);
  if (!from || !person) return;
  days.set(from.crewId, { ...from, members: from.members.filter(({ id }) => id !== mechanicId) });
  if (to) days.set(to.crewId, { ...to, members: [...to.members, { ...person, isMoved: true }] });
};

const moveVan = (days: Days, { crewId, vanId }: Extract<CrewMove, { kind: "van" }>) => {
  const crew = days.get(crewId);
  const other = [...days.values()].find((day) => day.on === crew?.on && day.vanId === vanId);
  if (!crew || !other) return;
  days.set(crewId, { ...crew, vanId: other.vanId, van: other.van });
  days.set(other.crewId, { ...other, vanId: crew.vanId, van: crew.van });
};

/** The board as it will be after a change to its crews; what only the server knows waits for its answer. */
export const changeCrewsLocally = (state: BoardState, move: CrewMove): BoardState => {
  const days = new Map(state.days);
  if (move.kind === "person") movePerson(days, move);
  if (move.kind === "van") moveVan(days, move);
  if (move.kind !== "away") return { ...state, days };
  const visitIds = days.get(move.crewId)?.visitIds ?? [];
  days.delete(move.crewId);
  return moveLocally({ ...state, days }, { visitIds, to: null });
};
