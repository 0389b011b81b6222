import { sql } from "kysely";
import { type Day, type Db, daysAfter, type Recurring, recurring } from "#platform";

export interface CrewRow {
  crewId: string;
  onDay: Day;
  starts: number;
  ends: number;
  latitude: number;
  longitude: number;
  skills: string[];
  endLatitude: number;
  endLongitude: number;
  maxJobs: number | null;
  capacity: number | null;
}

export interface BreakRow {
  crewId: string;
  fromMinute: number;
  untilMinute: number;
}

interface Period {
  from: Day;
  until: Day;
}

/** The crews of some days and when somebody of them is away in between. */
interface Crews {
  days: readonly CrewRow[];
  breaks: readonly BreakRow[];
}

interface Kept extends Crews, Period {
  /** The state of the crews in which they were read. */
  asOf: string;
  readAt: number;
}

const mostKept = 16;
/** Days read beyond those that were asked for: offers of tomorrow ask for one day more. */
const daysBeyond = 7;
/** Far less than the day after which changes are no longer told apart. */
const keptMilliseconds = 3_600_000;
let kept: readonly Kept[] = [];

const covers = ({ from, until, readAt }: Kept, asked: Period) =>
  from <= asked.from && until >= asked.until && Date.now() - readAt < keptMilliseconds;

const cut = ({ days, breaks }: Crews, { from, until }: Period): Crews => {
  const within = days.filter(({ onDay }) => onDay >= from && onDay <= until);
  const ids = new Set(within.map(({ crewId }) => crewId));
  return { days: within, breaks: breaks.filter(({ crewId }) => ids.has(crewId)) };
};

const read = async (db: Db, { from, until }: Period): Promise<Crews> => {
  const [days, breaks] = await Promise.all([
    sql<CrewRow>`select * from crew_days_between(${from}, ${until})`.execute(db),
    sql<BreakRow>`select * from crew_breaks_between(${from}, ${until})`.execute(db),
  ]);
  return { days: days.rows, breaks: breaks.rows };
};

/**
 * The crews of some days as they stand now, without their visits: kept in memory for as long as nothing was committed that changes
 * people, papers, absences, vans or crews, because they are asked with every offer and change seldom.
 */
export const crewRows = async (db: Db, asked: Period): Promise<Crews> => {
  const { rows } = await sql<{ asOf: string }>`select crews_as_of() as as_of`.execute(db);
  const { asOf } = rows[0]!;
  const known = kept.find((each) => each.asOf === asOf && covers(each, asked));
  if (known) return cut(known, asked);
  const readAt = Date.now();
  const wider = { from: asked.from, until: daysAfter(asked.until, daysBeyond) };
  const crews = await read(db, wider);
  kept = [{ ...wider, ...crews, asOf, readAt }, ...kept].slice(0, mostKept);
  return cut(crews, asked);
};

/** Every night: changes of a day ago tell no states apart any more, except for the newest. */
export const forgetCrewChanges: Recurring = recurring(
  "planning/forget-crew-changes",
  "50 2 * * *",
  async ({ tx }) => {
    await sql`delete from crew_changes where at < now() - interval '1 day' and id < (select max(id) from crew_changes)`.execute(
      tx,
    );
  },
);
