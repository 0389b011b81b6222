import { skillsOf, type Teams } from "./compiled.ts";
import { removeLinked } from "./ruin.ts";
import type { State } from "./state.ts";

interface Change {
  slots: readonly [number, number];
  members: readonly [number[], number[]];
}

/** Somebody of one crew against somebody of another crew of the day, or over to it when that crew has room. */
const changeOf = (state: State, teams: Teams): Change | null => {
  const { problem, random } = state;
  const slot = random.below(problem.slots);
  const other = random.below(problem.slots);
  if (slot === other || problem.slotDay[slot] !== problem.slotDay[other]) return null;
  const mine = teams.members[slot]!;
  const theirs = teams.members[other]!;
  const place = random.below(mine.length);
  const withPlace = random.below(theirs.length + 1);
  const person = mine[place];
  if (person === undefined || teams.isFixed[person]) return null;
  const rest = mine.filter((_, index) => index !== place);
  if (withPlace === theirs.length) {
    if (rest.length === 0 || theirs.length >= 3) return null;
    return { slots: [slot, other], members: [rest, [...theirs, person]] };
  }
  const partner = theirs[withPlace]!;
  if (teams.isFixed[partner]) return null;
  const others = theirs.filter((_, index) => index !== withPlace);
  return {
    slots: [slot, other],
    members: [
      [...rest, partner],
      [...others, person],
    ],
  };
};

const isAllLearning = ({ isLearning }: Teams, members: readonly number[]) =>
  members.length > 0 && members.every((person) => isLearning[person] === 1);

/** A crew without anybody of experience is no crew, and what stands fixed keeps what it asks. */
const isAllowed = ({ problem, routes }: State, teams: Teams, { slots, members }: Change) =>
  slots.every((slot, index) => {
    if (isAllLearning(teams, members[index]!)) return false;
    const has = skillsOf(teams, slot, members[index]!);
    const base = slot * routes.row;
    for (let at = base + 1; at <= base + routes.size[slot]!; at += 1) {
      const visit = routes.node[at]!;
      if (problem.isFixed[visit] && (has & problem.asks[visit]!) !== problem.asks[visit]) return false;
    }
    return true;
  });

/** Changes who works with whom on a day: what a crew then cannot do any more is taken out. `null` when nothing changed. */
export const changeTeams = (state: State, teams: Teams): (() => void) | null => {
  const change = changeOf(state, teams);
  if (!change || !isAllowed(state, teams, change)) return null;
  const { problem, routes, flagged } = state;
  const former = change.slots.map((slot) => ({
    slot,
    members: teams.members[slot]!,
    has: routes.has[slot]!,
  }));
  const start = state.absentCount;
  for (const [index, slot] of change.slots.entries()) {
    teams.members[slot] = change.members[index]!;
    routes.has[slot] = skillsOf(teams, slot, teams.members[slot]!);
    const base = slot * routes.row;
    for (let at = base + 1; at <= base + routes.size[slot]!; at += 1) {
      const visit = routes.node[at]!;
      const asks = problem.asks[visit]!;
      if ((routes.has[slot]! & asks) !== asks) flagged[visit] = 1;
    }
    state.dropFlagged(slot);
  }
  for (let index = start; index < state.absentCount; index += 1) flagged[state.absent[index]!] = 0;
  if (problem.links) removeLinked(state);
  return () => {
    for (const { slot, members, has } of former) {
      teams.members[slot] = members;
      routes.has[slot] = has;
    }
  };
};
