import { parseArgs } from "node:util";
import { sql } from "kysely";
import { movable, planData, planState, solvePlan } from "#planning/testing";
import { openDatabase } from "#platform";
import { openDatabase as openServer } from "../bin/home.ts";

/**
 * Plans a week anew from an empty board, as the optimiser does it for a planner. Fill a home with a week first
 * (`CHARGECARS_HOME=… npm run manage -- demo --planning 300x25`), then name the home the same way.
 */
const { values: options } = parseArgs({
  options: {
    seconds: { type: "string", default: "3" },
    runs: { type: "string", default: "3" },
    week: { type: "string", default: "" },
  },
});

const home = process.env.CHARGECARS_HOME;
if (!home) throw new Error("CHARGECARS_HOME names the home that was filled with a week.");
const server = await openServer(home);
const database = openDatabase(server.url, { max: 4 });
const { db } = database;

/** The week with the most crews, unless one is named by a day of it. */
const weekOf = async () => {
  const { rows } = await sql<{ from: string; until: string }>`
    select date_trunc('week', on_day)::date as from, date_trunc('week', on_day)::date + 6 as until from day_crews
    where ${options.week}::text = '' or date_trunc('week', on_day) = date_trunc('week', nullif(${options.week}::text, '')::date)
    group by 1, 2 order by count(*) desc limit 1`.execute(db);
  if (!rows[0]) throw new Error("No crew stands in that week.");
  return rows[0];
};

const seconds = Number(options.seconds);
try {
  const { from, until } = await weekOf();
  const data = await planData(db, { from, until });
  const state = planState(data, new Map(), { today: from, loose: true });
  const free = movable(state, { scope: "all" });
  const all = data.visits.reduce((sum, { priority }) => sum + priority, 0);
  console.log(`Week of ${from}: ${data.crews.length} crew-days, ${free.size} visits, priority ${all}\n`);
  console.log("| seconds | wall | planned | priority | share % | breaches | driving min |");
  console.log("| --: | --: | --: | --: | --: | --: | --: |");
  const measure = async (length: number, seed: number) => {
    const begin = performance.now();
    const solved = await solvePlan(state, free, { seconds: length, threads: 2, seed });
    const wall = ((performance.now() - begin) / 1000).toFixed(2);
    const { scored, places } = planState(data, solved.places, { today: from, loose: true });
    const reached = data.visits.reduce((sum, { id, priority }) => sum + (places.has(id) ? priority : 0), 0);
    const breaches = scored.breaches.filter(({ rule }) => rule !== "must_do").length;
    const driving = scored.days.reduce(
      (sum, { stops, drivesBack }) =>
        stops.reduce((minutes, { drives }) => minutes + drives, sum + drivesBack),
      0,
    );
    const share = ((100 * reached) / all).toFixed(2);
    console.log(
      `| ${length} | ${wall} | ${places.size} | ${reached} | ${share} | ${breaches} | ${driving} |`,
    );
  };
  for (let seed = 1; seed <= Number(options.runs); seed += 1) await measure(seconds, seed);
  await measure(seconds * 10, 1);
} finally {
  await database.close();
  await server.stop();
}
