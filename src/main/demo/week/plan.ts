import type { Day } from "#platform";
import { type Random, randomFrom } from "../story/random.ts";
import { idMaker } from "./ids.ts";
import { near, towns } from "./towns.ts";

/** A visit that looks for a place in the week, with the customer and order behind it. */
export interface WeekVisit {
  id: string;
  orderId: string;
  sequence: number;
  place: { postalCode: string; city: string; latitude: number; longitude: number };
  kind: "installation" | "survey" | "service";
  minutes: number;
  skills: string[];
  wishedPart: "morning" | "afternoon" | "full_day" | null;
  mustDo: boolean;
  mayWaitUntil: Day | null;
  notBefore: Day | null;
  priority: number | null;
  orderPriority: "low" | "normal" | "high" | "urgent";
  preferredCrewName: string | null;
  linkedToId: string | null;
  linkKind: "after" | "together" | null;
  windows: { onDay: Day; fromMinute: number; untilMinute: number }[];
  /** Somebody was promised a day and half day. */
  isConfirmed: boolean;
}

const charging = "vehicle_charging_installation";

const skillsOf = (random: Random, kind: WeekVisit["kind"]) => {
  if (kind === "survey") return [];
  const more = [
    ...(random.chance(0.35) ? ["three_phase_electrical"] : []),
    ...(random.chance(0.15) ? ["meter_box_replacement"] : []),
    ...(random.chance(0.1) ? ["smart_charging_configuration"] : []),
  ];
  return [charging, ...more].toSorted();
};

/** Half an hour to five hours: most installations take two to three. */
const minutesOf = (random: Random, kind: WeekVisit["kind"]) => {
  if (kind === "survey") return random.between(6, 12) * 5;
  if (kind === "service") return random.between(9, 24) * 5;
  return random.chance(0.12) ? random.between(40, 60) * 5 : random.between(16, 38) * 5;
};

const kindOf = (random: Random): WeekVisit["kind"] => {
  const drawn = random.next();
  if (drawn < 0.78) return "installation";
  return drawn < 0.9 ? "service" : "survey";
};

const orderPriorityOf = (random: Random): WeekVisit["orderPriority"] => {
  const drawn = random.next();
  if (drawn < 0.1) return "low";
  if (drawn < 0.75) return "normal";
  return drawn < 0.93 ? "high" : "urgent";
};

const exactly = (random: Random, days: readonly Day[]) => {
  if (!random.chance(0.06)) return [];
  const from = random.pick([480, 540, 600, 780, 840]);
  const first = random.between(0, days.length - 1);
  const chosen = [...new Set([days[first]!, days[(first + 2) % days.length]!])];
  return chosen.map((onDay) => ({ onDay, fromMinute: from, untilMinute: from + 120 }));
};

const visitOf = (random: Random, days: readonly Day[], crews: number) => {
  const kind = kindOf(random);
  const orderPriority = orderPriorityOf(random);
  const windows = exactly(random, days);
  const wish = random.next();
  return {
    kind,
    minutes: minutesOf(random, kind),
    skills: skillsOf(random, kind),
    orderPriority,
    windows,
    wishedPart:
      windows.length > 0 || wish > 0.8
        ? null
        : wish < 0.3
          ? ("morning" as const)
          : wish < 0.6
            ? ("afternoon" as const)
            : ("full_day" as const),
    mustDo: orderPriority === "urgent" && random.chance(0.5),
    mayWaitUntil: orderPriority === "low" ? days.at(-1)! : null,
    notBefore: windows.length === 0 && random.chance(0.05) ? random.pick(days.slice(1)) : null,
    priority: random.chance(0.08) ? random.between(1, 10) : null,
    preferredCrewName: random.chance(0.04) ? crewName(random.between(1, crews)) : null,
  };
};

/** How a crew of the week is called. */
export const crewName = (number: number): string => `Team ${String(number).padStart(2, "0")}`;

type Base = ReturnType<typeof visitOf>;

/** A second visit of the same order: the job after the survey, or another crew at the same time. */
const followUp = (
  random: Random,
  first: Base,
): Pick<WeekVisit, "kind" | "minutes" | "skills" | "linkKind"> => {
  if (first.kind === "survey")
    return {
      kind: "installation",
      minutes: random.between(20, 36) * 5,
      skills: [charging],
      linkKind: "after",
    };
  return { kind: first.kind, minutes: first.minutes, skills: [charging], linkKind: "together" };
};

/** So many visits around the towns of the country, invented by the seed: the same numbers give the same week. */
export const planVisits = (
  { visits, crews, seed }: { visits: number; crews: number; seed: number },
  days: readonly Day[],
): WeekVisit[] => {
  const random = randomFrom(seed);
  const id = idMaker(seed);
  const made: WeekVisit[] = [];
  // Work comes in clusters: some towns have much of it this week, others one visit.
  const weights = towns.map(() => random.next() ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const townOf = () => {
    let at = random.next() * total;
    return towns[weights.findIndex((weight) => (at -= weight) < 0)] ?? towns[0]!;
  };
  while (made.length < visits) {
    const place = near(townOf(), random);
    const base = visitOf(random, days, crews);
    const first: WeekVisit = {
      ...base,
      id: id("visit", made.length),
      orderId: id("order", made.length),
      sequence: 1,
      place,
      linkedToId: null,
      linkKind: null,
      isConfirmed: base.windows.length === 0 && base.notBefore === null && random.chance(0.38),
    };
    made.push(first);
    const isLinked = first.kind === "survey" ? random.chance(0.4) : random.chance(0.02);
    if (!isLinked || made.length >= visits) continue;
    first.isConfirmed = false;
    first.windows = [];
    made.push({
      ...first,
      ...followUp(random, base),
      id: id("visit", made.length),
      sequence: 2,
      linkedToId: first.id,
      mustDo: false,
    });
  }
  return made;
};
