import { arrivalBy } from "../travel/clock.ts";
import { builtInRoads, type Point } from "../travel/model.ts";
import { workClock } from "../travel/workClock.ts";
import type { Assignment, Placed, PlanProblem, Slot, Span, Task } from "./model.ts";

/** A task as it is driven to and done. Minutes of the day; `drives` minutes of driving, `units` of it in cost. */
export interface DrivenStop {
  task: Task;
  placed: Placed;
  arrives: number;
  start: number;
  end: number;
  drives: number;
  units: number;
}

/** A crew's day as it is driven. */
export interface DrivenDay {
  slot: Slot;
  stops: DrivenStop[];
  /** Times the crew spends at its depot because somebody of it is away, each before so many stops. */
  absences: (Span & { before: number })[];
  backAt: number;
  /** Driving to the end of the day, and to the depot for absences. */
  drivesBack: number;
  unitsBack: number;
}

/** Absences within the crew's hours, in order. */
export const absencesOf = ({ away, opens, closes }: Slot): Span[] =>
  away
    .map(({ from, until }) => ({ from: Math.max(from, opens), until: Math.min(until, closes) }))
    .filter(({ from, until }) => from < until)
    .toSorted((a, b) => a.from - b.from);

/** When a task may begin on a day: what is pinned at its very minute, else within its window. */
const windowFor = (task: Task, on: string, { part, notBefore = 0 }: Placed): Span => {
  if (task.fixed) return { from: notBefore, until: notBefore };
  const { opens = 0, closes = 0 } = windowOn(task, on, part) ?? {};
  const from = Math.max(notBefore, opens);
  return { from, until: Math.max(from, closes) };
};

/** Goes through a crew's day; time is counted on its clock, without lunch. */
class Drive {
  readonly day: DrivenDay;
  private readonly slot: Slot;
  private readonly clock;
  private readonly roads;
  private readonly awaiting: Span[];
  private at: Point;
  private now: number;

  constructor(slot: Slot) {
    this.slot = slot;
    this.clock = workClock(slot.lunch);
    this.roads = slot.travel ?? builtInRoads;
    this.awaiting = absencesOf(slot);
    this.at = slot.start;
    this.now = this.clock.at(slot.opens);
    this.day = { slot, stops: [], absences: [], backAt: slot.opens, drivesBack: 0, unitsBack: 0 };
  }

  /** Drives to a task and does it, after the absences before which it cannot be done. */
  visit(task: Task, placed: Placed): void {
    const { clock, slot, day } = this;
    const window = windowFor(task, slot.on, placed);
    const opens = clock.at(window.from);
    while (this.awaiting.length > 0 && !this.isBackInTime(task, opens)) this.beAway(this.awaiting.shift()!);
    const { drives, units } = this.driveTo(task.place);
    const start = task.hasBegun && task.fixed ? opens : Math.max(this.now, opens);
    const arrives = clock.endOf(Math.min(this.now, start));
    this.now = start + task.minutes;
    const times = { arrives, start: clock.startOf(start, window.until), end: clock.endOf(this.now) };
    day.stops.push({ task, placed, ...times, drives, units });
  }

  end(): DrivenDay {
    const { clock, slot, day } = this;
    if (day.stops.length === 0) return day;
    for (const absence of this.awaiting) this.beAway(absence);
    this.driveBack(slot.end);
    day.backAt = clock.endOf(this.now);
    return day;
  }

  /** Whether the crew can do the task and be at its depot when the next absence begins. */
  private isBackInTime({ place, minutes }: Task, opens: number): boolean {
    const { clock, roads, at, slot } = this;
    const arrives = arrivalBy(clock.driving, this.now, roads.units(at, place));
    const done = Math.max(arrives, opens) + minutes;
    return arrivalBy(clock.driving, done, roads.units(place, slot.start)) <= clock.at(this.awaiting[0]!.from);
  }

  private beAway({ from, until }: Span): void {
    const { clock, slot, day } = this;
    this.driveBack(slot.start);
    this.now = Math.max(this.now, clock.at(from)) + clock.at(until) - clock.at(from);
    day.absences.push({ from, until, before: day.stops.length });
  }

  private driveBack(to: Point): void {
    const { drives, units } = this.driveTo(to);
    this.day.drivesBack += drives;
    this.day.unitsBack += units;
  }

  private driveTo(to: Point): { drives: number; units: number } {
    const units = this.roads.units(this.at, to);
    const arrives = arrivalBy(this.clock.driving, this.now, units);
    const drives = arrives - this.now;
    this.now = arrives;
    this.at = to;
    return { drives, units };
  }
}

/** Drives a crew's day in the given order, each task as early as its window allows; what is too late is simply late. */
export const driveDay = (
  slot: Slot,
  placed: readonly Placed[],
  tasks: ReadonlyMap<string, Task>,
): DrivenDay => {
  const drive = new Drive(slot);
  for (const each of placed) drive.visit(tasks.get(each.taskId)!, each);
  return drive.end();
};

/** The window of a task for a part of a day. */
export const windowOn = (task: Task, on: string, part: Placed["part"]) =>
  task.options.find((option) => option.on === on && option.part === part);

/** Every crew's day of a plan as it is driven. */
export const drivePlan = (problem: PlanProblem, plan: Assignment): DrivenDay[] => {
  const tasks = new Map(problem.tasks.map((task) => [task.id, task]));
  return problem.slots.map((slot) => driveDay(slot, plan.get(slot.crewId) ?? [], tasks));
};
