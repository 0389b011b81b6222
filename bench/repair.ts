import { parseArgs } from "node:util";
import { sql } from "kysely";
import { addDayCrew, instantOf } from "#planning";
import {
  aCrew,
  movable,
  planData,
  planningHouse,
  planState,
  repair,
  robot,
  solvePlan,
  testDay,
} from "#planning/testing";
import { daysAfter, weekdayOf } from "#platform";
import { startTestPostgres } from "../tests/testPostgres.ts";
import { makeVisits, randomFrom } from "./offersGround.ts";

/** Somebody is ill for the whole of a planned week: how soon there is a proposal, and which customers keep their day and half day. */
const { values: options } = parseArgs({
  options: {
    crews: { type: "string", default: "20" },
    visits: { type: "string", default: "200" },
    confirmed: { type: "string", default: "0.8" },
    ill: { type: "string", default: "8" },
    seed: { type: "string", default: "1" },
  },
});

type Made = Awaited<ReturnType<typeof planningHouse>>;

const monday = daysAfter(testDay, 1 - weekdayOf(testDay));
const friday = daysAfter(monday, 4);
const skills = ["vehicle_charging_installation"];

/** Crews that are the same all week; who goes with each. */
const makeCrews = ({ house }: Made, count: number) =>
  house.works(robot, async (work) => {
    const mechanicIds: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const name = `Ploeg ${index + 1}`;
      const { mechanicId, vanId } = await aCrew(work, { on: monday, name, skills });
      mechanicIds.push(mechanicId);
      for (let day = 1; day < 5; day += 1)
        await addDayCrew(work, { on: daysAfter(monday, day), name, vanId, mechanicIds: [mechanicId] });
    }
    return mechanicIds;
  });

/** Plans the week as the optimiser does and makes it so; some customers know of it. */
const planWeek = async ({ house }: Made, random: () => number) => {
  const { db } = house.platform.database;
  const data = await planData(db, { from: monday, until: friday });
  const choice = { today: monday, loose: true };
  const state = planState(data, new Map(), choice);
  const solved = await solvePlan(state, movable(state, { scope: "all" }), {
    seconds: 10,
    threads: 2,
    seed: 1,
  });
  const { scored, places } = planState(data, solved.places, choice);
  const rows = scored.days.flatMap(({ slot, stops }) =>
    stops.map(({ task, start, end }) => ({
      id: task.id,
      crewId: slot.crewId,
      onDay: slot.on,
      part: places.get(task.id)!.part,
      start: instantOf(slot.on, start),
      end: instantOf(slot.on, end),
      confirmedAt: random() < Number(options.confirmed) ? house.clock.now() : null,
    })),
  );
  await sql`update visits v set status = 'scheduled', crew_id = m."crewId", on_day = m."onDay", day_part = m.part,
      planned_start = m.start, planned_end = m.end, confirmed_at = m."confirmedAt",
      confirmed_by = case when m."confirmedAt" is not null then 'customer' end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(id uuid, "crewId" uuid, "onDay" date, part text,
      "start" timestamptz, "end" timestamptz, "confirmedAt" timestamptz) where v.id = m.id`.execute(db);
  await sql`analyze`.execute(db);
  return { planned: rows.length, confirmed: rows.filter(({ confirmedAt }) => confirmedAt).length };
};

/** Somebody calls in sick; afterwards everything is as before. */
const callInSick = async ({ house }: Made, mechanicId: string, confirmed: number) => {
  const { db } = house.platform.database;
  const begin = performance.now();
  const what = { kind: "ill", mechanicId, from: monday, until: friday } as const;
  const { repairs } = await house.does(robot, repair, { what });
  const seconds = (performance.now() - begin) / 1000;
  const [calmest] = repairs;
  if (!calmest) throw new Error("No proposal came.");
  const told = calmest.moves.filter(({ tells }) => tells !== "nothing").length;
  await sql`delete from absences where mechanic_id = ${mechanicId}`.execute(db);
  await db.deleteFrom("plans").execute();
  return { seconds, moved: calmest.moves.length, told, kept: (100 * (confirmed - told)) / confirmed };
};

const measure = async (made: Made) => {
  const random = randomFrom(Number(options.seed));
  const mechanicIds = await makeCrews(made, Number(options.crews));
  await makeVisits(made, Number(options.visits), random);
  const { planned, confirmed } = await planWeek(made, random);
  console.log(`${options.crews} crews, ${planned} visits in a week, ${confirmed} of them confirmed\n`);
  console.log(
    "| ill | proposal s | visits moved | customers told | confirmed that keep day and half day % |",
  );
  console.log("| --: | --: | --: | --: | --: |");
  for (const [index, mechanicId] of mechanicIds.slice(0, Number(options.ill)).entries()) {
    const { seconds, moved, told, kept } = await callInSick(made, mechanicId, confirmed);
    console.log(`| ${index + 1} | ${seconds.toFixed(2)} | ${moved} | ${told} | ${kept.toFixed(1)} |`);
  }
};

const postgres = await startTestPostgres();
process.env.TEST_POSTGRES_URL = postgres.url;
const made = await planningHouse();
try {
  await measure(made);
} finally {
  await made.house.close();
  await postgres.stop();
}
process.exit(0);
