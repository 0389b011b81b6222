import type { Slot } from "../model.ts";
import type { Breach, PlanRule } from "./rule.ts";

const named = ({ team }: Slot): [id: string, name: string][] =>
  team ? [...team.people.map(({ id, name }) => [id, name] as [string, string]), [team.vanId, team.van]] : [];

const overlaps = (a: Slot, b: Slot) => a.on === b.on && a.opens < b.closes && b.opens < a.closes;

/** Nobody and no van is on two crews at the same time; told of the second crew, the detail is who or what. */
export const onceADay: PlanRule = (_days, { slots }) => {
  const seen = new Map<string, Slot[]>();
  const breaches: Breach[] = [];
  for (const slot of slots)
    for (const [id, detail] of named(slot)) {
      const others = seen.get(id) ?? [];
      if (others.some((other) => overlaps(other, slot)))
        breaches.push({ rule: "once_a_day", visitId: null, crewId: slot.crewId, detail });
      seen.set(id, [...others, slot]);
    }
  return breaches;
};
