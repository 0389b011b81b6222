import type { DayRule } from "./rule.ts";

/** Whether these people are all still learning: somebody of experience has to be beside them. */
export const allLearning = (people: readonly { isLearning: boolean }[]): boolean =>
  people.length > 0 && people.every(({ isLearning }) => isLearning);

/** A junior or apprentice works beside somebody of experience; the detail names who would go without. */
export const senior: DayRule = ({ slot: { crewId, team }, stops }) =>
  team && stops.length > 0 && allLearning(team.people)
    ? [{ rule: "senior", visitId: null, crewId, detail: team.people.map(({ name }) => name).join(", ") }]
    : [];
