import { z } from "zod";
import { emptyProblem, fillOptions, fillTravel, skillBits } from "../build.ts";
import type { Compiled } from "../compiled.ts";

/** A crew-planning instance: crews on days with skills, visits that may stay unplanned, a matrix of travel times. */
export const CrewInstance = z.object({
  name: z.string(),
  slots: z.array(
    z.object({
      id: z.int(),
      day: z.int().min(0),
      start: z.int().min(0),
      end: z.int().min(0),
      open: z.int(),
      close: z.int(),
      skills: z.array(z.string()),
    }),
  ),
  visits: z.array(
    z.object({
      id: z.int(),
      loc: z.int().min(0),
      duration: z.int().min(0),
      skills: z.array(z.string()),
      priority: z.number().min(0),
      windows: z.array(z.object({ day: z.int().min(0), open: z.int(), close: z.int() })),
    }),
  ),
  matrix: z.array(z.array(z.int().min(0))),
});
export type CrewInstance = z.infer<typeof CrewInstance>;

/** What a point of priority is worth while searching, in units of travel. */
const priceOfPoint = (instance: CrewInstance): number => {
  const { visits, matrix } = instance;
  let sum = 0;
  for (const { loc } of visits) {
    const near = visits.map((other) => matrix[loc]![other.loc]!).filter((step) => step > 0);
    sum += near.toSorted((a, b) => a - b)[2] ?? 0;
  }
  return Math.max(1, (6 * sum) / Math.max(1, visits.length));
};

/** The instance for the search: highest sum of priority served, then least travel. */
export const compileCrew = (instance: CrewInstance): Compiled => {
  const { slots, visits, matrix } = instance;
  const days = 1 + Math.max(0, ...slots.map(({ day }) => day));
  const places = matrix.length;
  const problem = emptyProblem({ visits: visits.length, slots: slots.length, places, days });
  const at = (node: number) => (node < visits.length ? visits[node]!.loc : node - visits.length);
  fillTravel(problem, (from, to) => matrix[at(from)]![at(to)]!);
  fillOptions(problem, (visit) =>
    visits[visit]!.windows.map(({ day, open, close }) => ({ day, opens: open, closes: close, cost: 0 })),
  );
  const bits = skillBits();
  const point = priceOfPoint(instance);
  for (const [visit, { duration, skills, priority }] of visits.entries()) {
    problem.duration[visit] = duration;
    problem.asks[visit] = bits(skills);
    problem.weight[visit] = priority;
    problem.price[visit] = priority * point;
  }
  for (const [slot, { day, start, end, open, close, skills }] of slots.entries()) {
    problem.slotDay[slot] = day;
    problem.slotStart[slot] = visits.length + start;
    problem.slotEnd[slot] = visits.length + end;
    problem.slotOpens[slot] = open;
    problem.slotRegular[slot] = close;
    problem.slotCloses[slot] = close;
    problem.slotHas[slot] = bits(skills);
  }
  return problem;
};
