import { sql } from "kysely";
import { z } from "zod";
import {
  type Db,
  dayOf,
  type Instant,
  type JobKind,
  job,
  later,
  outside,
  type Recurring,
  recurring,
  type Work,
} from "#platform";
import { placeAt } from "./placeKey.ts";
import { isAsked, type Question, questionsAbout } from "./questions.ts";
import { forgetRoads } from "./roads.ts";
import { type Leg, type Router, RouterFailed } from "./routers/index.ts";
import { wantedPlaces } from "./wantedPlaces.ts";

declare module "#platform" {
  interface Services {
    /** Knows the roads; without one the built-in model tells how long driving takes. */
    router?: Router;
  }
}

/** Roads change, and what some services say may not be kept longer. */
const believedFor = "-P30D";
const keptFor = "-P60D";
/** Questions in one go; the next go is in ten minutes. */
const mostQuestions = 60;

const knownPairs = async (
  db: Db,
  router: string,
  { keys, now }: { keys: readonly number[]; now: Instant },
) => {
  const known = new Map<number, Set<number>>();
  const { rows } = await sql<{ fromPlace: number; toPlace: number }>`
    select from_place, to_place from road_legs where router = ${router}
      and from_place = any(${keys}::bigint[]) and to_place = any(${keys}::bigint[])
      and asked_at > ${later(now, believedFor)}`.execute(db);
  for (const { fromPlace, toPlace } of rows)
    known.set(fromPlace, (known.get(fromPlace) ?? new Set()).add(toPlace));
  return known;
};

interface Answer extends Question {
  rows: readonly (readonly (Leg | null)[])[];
}

const keep = async ({ tx, now }: Work, router: string, { from, to, rows }: Answer) => {
  const legs = from.flatMap((source, row) =>
    to.flatMap((target, column) => {
      const leg = rows[row]?.[column];
      return source === target ? [] : [{ from: source, to: target, ...leg }];
    }),
  );
  await sql`
    insert into road_legs (router, from_place, to_place, seconds, metres, asked_at)
    select ${router}, "from", "to", seconds, metres, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(legs)}::jsonb) as l ("from" bigint, "to" bigint, seconds integer, metres integer)
    on conflict (router, from_place, to_place) do update
      set seconds = excluded.seconds, metres = excluded.metres, asked_at = excluded.asked_at`.execute(tx);
};

/** Asks until all is known, the router fails, or it was enough for one go; its trouble, if any, in its own words. */
const ask = async (router: Router, questions: readonly Question[]) => {
  const answers: Answer[] = [];
  try {
    for (const { from, to } of questions.slice(0, mostQuestions)) {
      const rows = await router.matrix(from.map(placeAt), to.map(placeAt));
      answers.push({ from, to, rows });
    }
    return { answers, trouble: null };
  } catch (error) {
    if (error instanceof RouterFailed) return { answers, trouble: error.message };
    throw error;
  }
};

const countPairs = (keys: readonly number[], isCounted: (from: number, to: number) => boolean) =>
  keys.reduce((sum, from) => sum + keys.filter((to) => isCounted(from, to)).length, 0);

/** Notes who is in use and how it went, and lets planning read anew. */
const keepState = async (
  { tx, now }: Work,
  { name, mostKm }: Router,
  keys: readonly number[],
  trouble: string | null,
) => {
  const known = await knownPairs(tx, name, { keys, now });
  const isWanted = (from: number, to: number) => isAsked(from, to, mostKm);
  const row = {
    router: name,
    askedAt: now,
    places: keys.length,
    pairs: countPairs(keys, isWanted),
    pairsKnown: countPairs(keys, (from, to) => isWanted(from, to) && (known.get(from)?.has(to) ?? false)),
    trouble,
  };
  await tx
    .insertInto("roadRouters")
    .values(row)
    .onConflict((conflict) => conflict.column("onlyRow").doUpdateSet(row))
    .execute();
  forgetRoads();
};

/** Asks the router in use about every pair of places of the coming weeks that is not known yet. */
export const askRouter: JobKind<Record<string, never>> = job(
  "planning/ask-router",
  z.object({}),
  async ({ tx, now, services: { router } }) => {
    if (!router) return;
    const keys = await wantedPlaces(tx, dayOf(now));
    const known = await knownPairs(tx, router.name, { keys, now });
    const questions = questionsAbout(keys, (from, to) => known.get(from)?.has(to) ?? false, router);
    return outside(
      () => ask(router, questions),
      async (work, outcome) => {
        if ("error" in outcome) throw outcome.error;
        const { answers, trouble } = outcome.value;
        for (const answer of answers) await keep(work, router.name, answer);
        await keepState(work, router, keys, trouble);
      },
    );
  },
  { lease: "PT30M" },
);

/** Lets the router in use be asked; without one, what was in use no longer is. */
export const askRoads = async ({ tx, now, services, schedule }: Work): Promise<void> => {
  await sql`delete from road_legs where asked_at < ${later(now, keptFor)}`.execute(tx);
  if (services.router) return schedule(askRouter({}, { key: "planning/ask-router" }));
  await tx.deleteFrom("roadRouters").execute();
  forgetRoads();
};

/** Every ten minutes. */
export const askRoadsOften: Recurring = recurring("planning/ask-roads", "*/10 * * * *", askRoads);
