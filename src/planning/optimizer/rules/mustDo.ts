import type { PlanRule } from "./rule.ts";

/** What must be done is planned. */
export const mustDo: PlanRule = (days, { tasks }) => {
  const planned = new Set(days.flatMap(({ stops }) => stops.map(({ task }) => task.id)));
  return tasks
    .filter((task) => task.mustDo && !planned.has(task.id))
    .map(({ id }) => ({ rule: "must_do" as const, visitId: id, crewId: null, detail: "" }));
};
