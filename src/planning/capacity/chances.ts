import { sql } from "kysely";
import { type Db, type Instant, later } from "#platform";

/** Statuses in which an order may still become work. */
export const quotedStatuses = [
  "quote_draft",
  "quote_ready",
  "quote_sent",
  "customer_approved",
  "partner_approved",
  "both_approved",
] as const;
export type QuotedStatus = (typeof quotedStatuses)[number];

/** How long an order stands in its status already. */
export const quoteAges = ["week", "three_weeks", "longer"] as const;
export type QuoteAge = (typeof quoteAges)[number];

export const ageOf = (days: number): QuoteAge => (days < 7 ? "week" : days < 21 ? "three_weeks" : "longer");

/** What is believed while few orders were seen; each counts as ten of them. */
const believed: Readonly<Record<QuotedStatus, Readonly<Record<QuoteAge, number>>>> = {
  quote_draft: { week: 0.55, three_weeks: 0.4, longer: 0.2 },
  quote_ready: { week: 0.6, three_weeks: 0.45, longer: 0.2 },
  quote_sent: { week: 0.6, three_weeks: 0.4, longer: 0.15 },
  customer_approved: { week: 0.9, three_weeks: 0.8, longer: 0.5 },
  partner_approved: { week: 0.85, three_weeks: 0.7, longer: 0.4 },
  both_approved: { week: 0.97, three_weeks: 0.95, longer: 0.85 },
};
const holding = 10;

/** Orders that were in a status for so long at least and of which the end is known, and how many became work. */
export interface Seen {
  status: QuotedStatus;
  age: QuoteAge;
  decided: number;
  won: number;
  /** Days from entering the status to being plannable, of those that became work. */
  days: number | null;
}

export interface Chance extends Seen {
  chance: number;
  /** Mostly believed: fewer than ten orders were seen. */
  isFallback: boolean;
}

/** The chance of every status and age, from what was seen, held towards what is believed. */
export const chancesOf = (seen: readonly Seen[]): Chance[] =>
  quotedStatuses.flatMap((status) =>
    quoteAges.map((age) => {
      const found = seen.find((row) => row.status === status && row.age === age);
      const { decided, won, days } = found ?? { decided: 0, won: 0, days: null };
      const chance = (won + holding * believed[status][age]) / (decided + holding);
      return { status, age, decided, won, days, chance, isFallback: decided < holding };
    }),
  );

/**
 * Own orders of the last two years: for each stay in a status how it ended. It became work when the order came to planning
 * later; one that stood still for ninety days counts as lost, one that is still young is not counted yet.
 */
export const seenChances = async (db: Db, now: Instant): Promise<Seen[]> => {
  const { rows } = await sql<Seen>`
    with stays as (
      select m.order_id, m.to_status as status, m.at,
        lead(m.at) over (partition by m.order_id order by m.at, m.id) as left_at,
        (select min(p.at) from order_moves p where p.order_id = m.order_id and p.to_status = 'planning'
          and p.at >= m.at) as planned_at, o.status as status_now
      from order_moves m join orders o on o.id = m.order_id
      where m.at > ${later(now, "-P2Y")} and m.to_status <> coalesce(m.from_status, '')
    ), decided as (
      select status, planned_at is not null as is_won,
        extract(epoch from coalesce(left_at, ${now}::timestamptz) - at) / 86400 as stayed,
        extract(epoch from planned_at - at) / 86400 as waited
      from stays where status = any(${[...quotedStatuses]})
        and (planned_at is not null or status_now = 'cancelled' or at < ${later(now, "-P90D")})
    )
    select d.status, a.age, count(*)::int as decided, count(*) filter (where d.is_won)::int as won,
      percentile_cont(0.5) within group (order by d.waited)::float8 as days
    from decided d join (values ('week', 0), ('three_weeks', 7), ('longer', 21)) a (age, least) on d.stayed >= a.least
    group by d.status, a.age`.execute(db);
  return rows;
};
