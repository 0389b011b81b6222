import type { CrewTime, Demand } from "./demand.ts";
import type { Short } from "./meet.ts";
import type { Picture } from "./picture.ts";
import { type RegionName, regionNames } from "./regions.ts";
import type { CapacityFigures } from "./views.ts";

const total = <T>(rows: readonly T[], of: (row: T) => number) =>
  Math.round(rows.reduce((sum, row) => sum + of(row), 0));

const asks =
  (skill: string | null) =>
  ({ skills }: { skills: readonly string[] }) =>
    skill === null || skills.includes(skill);

/** Demand by kind; booked work and driving apart. */
const figuresOf = (demands: readonly Demand[]) => {
  const of = (kind: Demand["kind"]) => demands.filter((demand) => demand.kind === kind);
  const whole = (kind: Demand["kind"]) => total(of(kind), ({ work, travel }) => work + travel);
  return {
    booked: total(of("booked"), ({ work }) => work),
    travel: total(of("booked"), ({ travel }) => travel),
    waiting: whole("waiting"),
    quoted: whole("quoted"),
    expected: whole("expected"),
  };
};

const sumOf = ({ booked, travel, waiting, quoted, expected }: ReturnType<typeof figuresOf>) =>
  booked + travel + waiting + quoted + expected;

export interface Cell extends CapacityFigures {
  week: string;
  region: RegionName;
}

/**
 * Week by region: what is asked, what crews give, and what is short. Crews work anywhere, so the hours of a region are the
 * ones that work there, those that demand there is met by, and its share of what crews within reach have left.
 */
export const cellsByRegion = ({ weeks, crews, demands, met }: Picture, skill: string | null): Cell[] => {
  const has = asks(skill);
  const open = demands.filter(has);
  const left = met.left.filter(has);
  return weeks.flatMap((week) =>
    regionNames.flatMap((region) => {
      const here = ({ week: of, region: at }: { week: string; region: RegionName }) =>
        of === week && at === region;
      const figures = figuresOf(open.filter(here));
      const given = total(met.given.filter(here).filter(has), ({ minutes }) => minutes);
      const free = total(left.filter(here), ({ left: minutes }) => minutes);
      const short = total(met.short.filter(here).filter(has), ({ minutes }) => minutes);
      const available = figures.booked + figures.travel + given + free;
      if (available === 0 && sumOf(figures) === 0 && !crews.some(here)) return [];
      return [{ week, region, ...figures, available, free, short }];
    }),
  );
};

export interface SkillCell extends CapacityFigures {
  week: string;
  skill: string;
}

/** Week by skill: hours of crews that have it against work that asks it; a crew counts for each of its skills. */
export const cellsBySkill = ({ weeks, crews, demands, met }: Picture): SkillCell[] => {
  const skills = [...new Set(demands.flatMap((demand) => [...demand.skills]))].toSorted();
  return weeks.flatMap((week) =>
    skills.map((skill) => {
      const has = asks(skill);
      const ofWeek = (row: { week: string }) => row.week === week;
      const figures = figuresOf(demands.filter(ofWeek).filter(has));
      const minutes = (rows: readonly CrewTime[]) =>
        total(rows.filter(ofWeek).filter(has), (row) => row.minutes);
      return {
        week,
        skill,
        ...figures,
        available: minutes(crews),
        free: total(met.left.filter(ofWeek).filter(has), ({ left }) => left),
        short: total(met.short.filter(ofWeek).filter(has), (row) => row.minutes),
      };
    }),
  );
};

/** A crew's day in this week, when none is planned. */
const usualDay = 480;
const mostBottlenecks = 5;

/** Less than this is no shortage anybody plans for. */
const leastShort = 60;

/** The skill that most of what is short lacks; none when it is hours that are short, whatever the skill. */
const mainSkill = (rows: readonly Short[]): string | null => {
  const all = rows.reduce((sum, { minutes }) => sum + minutes, 0);
  const bySkill = Map.groupBy(rows, ({ skill }) => skill);
  for (const [skill, same] of bySkill)
    if (same.reduce((sum, { minutes }) => sum + minutes, 0) >= 0.6 * all) return skill;
  return null;
};

/** In tenths of an hour, as a shortage is told: what reads the same goes by time. */
const tenths = ({ minutes }: { minutes: number }) => Math.round(minutes / 6);

/** Where the most is missing: in crew's days of that week, the worst first. */
export const bottlenecksOf = ({ crews, met }: Picture, skill: string | null) => {
  const groups = Map.groupBy(met.short.filter(asks(skill)), ({ week, region }) => `${week} ${region}`);
  return [...groups.values()]
    .map((rows) => {
      const { week, region } = rows[0]!;
      const days = crews.filter((crew) => crew.week === week);
      const length = days.length > 0 ? total(days, ({ minutes }) => minutes) / days.length : usualDay;
      const minutes = total(rows, (row) => row.minutes);
      return { week, region, skill: mainSkill(rows), minutes, crewDays: minutes / Math.max(60, length) };
    })
    .filter(({ minutes }) => minutes >= leastShort)
    .toSorted((a, b) => tenths(b) - tenths(a) || a.week.localeCompare(b.week))
    .slice(0, mostBottlenecks);
};
