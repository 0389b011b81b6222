import { driveDay } from "./drive.ts";
import { compileSolomon } from "./formats/solomon.ts";
import { type Placed, type PlanProblem, type Slot, type Task, type Team, usualWeights } from "./model.ts";
import { randomFrom } from "./random.ts";

export const on = "2026-03-10";
export const nijkerk = { latitude: 52.22, longitude: 5.49 };

/** A crew's day from 07:30 to 17:00, back by 18:00 at the latest. */
export const aSlot = (more: Partial<Slot> = {}): Slot => ({
  crewId: "crew",
  crewName: "Ploeg 1",
  on,
  opens: 450,
  closes: 1020,
  latest: 1080,
  start: nijkerk,
  end: nijkerk,
  skills: ["charging"],
  memberIds: ["sam"],
  maxJobs: null,
  capacity: null,
  away: [],
  ...more,
});

/** Mechanics in a van, each still learning or not. */
export const aTeam = (learning: readonly boolean[]): Team => ({
  people: learning.map((isLearning, index) => ({
    id: `mechanic-${index + 1}`,
    name: `Mechanic ${index + 1}`,
    isLearning,
    skills: ["charging"],
    stays: false,
  })),
  vanId: "van-1",
  van: "Van 1",
  vanSkills: [],
});

/** Two hours of work beside the depot, on the one day, in the morning or the afternoon. */
export const aTask = (id: string, more: Partial<Task> = {}): Task => ({
  id,
  place: nijkerk,
  minutes: 120,
  skills: ["charging"],
  chargers: 0,
  priority: 3,
  mustDo: false,
  options: [
    { on, part: "morning", opens: 480, closes: 720 },
    { on, part: "afternoon", opens: 720, closes: 1020 },
  ],
  fixed: null,
  known: null,
  preferredCrewName: null,
  preferredMechanicId: null,
  afterId: null,
  togetherId: null,
  ...more,
});

/** A crew's day with these tasks in this order, each in the morning unless said. */
export const aDay = (tasks: readonly Task[], slot: Slot = aSlot(), part: Placed["part"] = "morning") =>
  driveDay(
    slot,
    tasks.map(({ id }) => ({ taskId: id, part })),
    new Map(tasks.map((task) => [task.id, task])),
  );

export const aProblem = (tasks: readonly Task[], slots: readonly Slot[] = [aSlot()]): PlanProblem => ({
  slots,
  tasks,
  weights: usualWeights,
});

/** Customers round a depot who can be visited all day, and more than enough vehicles that take six of them each. */
export const someCustomers = (count: number) => {
  const random = randomFrom(3);
  const place = () => ({ x: random.below(100), y: random.below(100), ready: 0, due: 1000 });
  const customers = Array.from({ length: count }, () => ({ ...place(), demand: 10, service: 5 }));
  const depot = { x: 50, y: 50, demand: 0, ready: 0, due: 1000, service: 0 };
  return compileSolomon({
    name: "some",
    vehicles: Math.ceil(count / 5),
    capacity: 60,
    nodes: [depot, ...customers],
  });
};
