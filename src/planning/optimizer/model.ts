import type { Point, Travel } from "../travel/model.ts";
import type { Lunch } from "../travel/workClock.ts";

/** Cost is counted in twentieths of a minute of driving (3 seconds), so that every term is a whole number. */
export const costPerMinute = 20;

/** Somebody on a crew who is there on its day. */
export interface TeamMember {
  id: string;
  name: string;
  /** Apprentice or junior: works beside somebody of experience. */
  isLearning: boolean;
  skills: readonly string[];
  /** Stays with this crew when crews are formed: has hours of its own that day, or went out already. */
  stays: boolean;
}

/** Who goes in which van, by name; a plan read from a file does not know. */
export interface Team {
  people: readonly TeamMember[];
  vanId: string;
  van: string;
  vanSkills: readonly string[];
}

/** Minutes of the day. */
export interface Span {
  from: number;
  until: number;
}

/** One crew on one day. Minutes are minutes of the day. */
export interface Slot {
  crewId: string;
  crewName: string;
  on: string;
  opens: number;
  /** End of the paid day, and the latest return with overtime. */
  closes: number;
  latest: number;
  start: Point;
  end: Point;
  /** Everything people and van can do together on this day: only certificates valid on it count. */
  skills: readonly string[];
  memberIds: readonly string[];
  team?: Team;
  maxJobs: number | null;
  /** Chargers that fit in the van; `null` is any number. */
  capacity: number | null;
  /** Times at which the crew waits at its depot, such as for somebody at the doctor's. */
  away: readonly Span[];
  /** When work and driving stand still, the same for all crews; never when it is not told. */
  lunch?: Lunch;
  /** How long driving takes; by the built-in model when it is not told. */
  travel?: Travel;
}

/** A way to plan a task: on a day, with the work starting within a window, and what that costs by itself. */
export interface TaskOption {
  on: string;
  part: "morning" | "afternoon" | "full_day";
  opens: number;
  closes: number;
}

/** What the customer knows: moving it costs in proportion to how firm it is. */
export interface Known {
  crewId: string;
  on: string;
  part: "morning" | "afternoon" | "full_day";
  /** 0.2 proposed, 1 confirmed. */
  firmness: number;
}

/** A visit to plan. */
export interface Task {
  id: string;
  place: Point;
  minutes: number;
  skills: readonly string[];
  /** How many the crew brings along. */
  chargers: number;
  /** 1 to 10. */
  priority: number;
  mustDo: boolean;
  options: readonly TaskOption[];
  /** Stands at this crew and minute and is not moved. */
  fixed: { crewId: string; start: number; part: TaskOption["part"] } | null;
  /** It was begun at its fixed minute: the crew was there, whatever the roads say. */
  hasBegun?: boolean;
  /** Stays with this crew, within the window of its only option. */
  staysWith?: string;
  known: Known | null;
  preferredCrewName: string | null;
  preferredMechanicId: string | null;
  /** The task that must be on an earlier day. */
  afterId: string | null;
  /** The task that begins at the same moment with another crew. */
  togetherId: string | null;
}

/** What weighs how much; costs in minutes of driving. */
export interface Weights {
  /** Leaving out one point of priority, and leaving out what must be done. */
  unplannedPoint: number;
  unplannedMust: number;
  overtimeMinute: number;
  otherCrew: number;
  /** Moving what a customer knows for sure. */
  dayMoved: number;
  partMoved: number;
  crewMoved: number;
  /** Spreading work evenly: times work minutes squared, a thousandth. */
  balance: number;
}

export const usualWeights: Weights = {
  unplannedPoint: 45,
  unplannedMust: 3000,
  overtimeMinute: 2,
  otherCrew: 20,
  dayMoved: 120,
  partMoved: 60,
  crewMoved: 15,
  balance: 0,
};

/** Everything a plan is made from. */
export interface PlanProblem {
  slots: readonly Slot[];
  tasks: readonly Task[];
  weights: Weights;
}

/** Where a task stands in a plan. */
export interface Placed {
  taskId: string;
  part: TaskOption["part"];
  /** Begins no earlier, such as at a pinned time. */
  notBefore?: number;
}

/** A plan: for each crew's day its tasks in driving order. */
export type Assignment = ReadonlyMap<string, readonly Placed[]>;
