import { sql } from "kysely";
import { expect, test } from "vitest";
import { testHouse } from "../testHouse.ts";
import { robot } from "../testing.ts";
import { learnFromVisits } from "./learn.ts";
import { durations } from "./queries/durations.ts";

const world = await testHouse();

const { crew, waiting } = {
  crew: () => world.crew(),
  waiting: (name: string) => world.waiting({ name, minutes: 120 }),
};

/** Copies of a visit, done one after the other, that took `minutes` instead of the 120 of the rule. */
const done = (visitId: string, crewId: string, minutes: number) =>
  sql`insert into visits (number, order_id, sequence, kind, status, minutes, rule_minutes, on_day, day_part, crew_id,
      planned_start, planned_end, actual_start, actual_end, created_at, updated_at)
    select 'D-' || n, order_id, 100 + n, kind, 'completed', minutes, 120, '2026-03-10', 'morning', ${crewId},
      t, t + interval '2 hours', t, t + make_interval(mins => ${minutes} + n % 10), t, t
    from visits, generate_series(1, 120) n,
      lateral (select timestamptz '2025-06-01 08:00+02' + n * interval '1 day' as t) x
    where id = ${visitId}`.execute(world.house.platform.database.db);

test("the length of a new visit follows what was learned, once that beats the rule, and the rule is kept beside it", async () => {
  const { crewId } = await crew();
  const first = await waiting("Fenne Wolters");
  expect(first.visit).toMatchObject({ minutes: 120 });
  expect(await world.house.asks(robot, durations, {})).toEqual({ learned: null, fewest: 60, kinds: [] });
  await done(first.visit.id, crewId, 170);
  await world.house.works(robot, learnFromVisits);
  const { learned, kinds } = await world.house.asks(robot, durations, {});
  expect(learned).toMatchObject({ visits: 120, isUsed: true });
  expect(learned!.modelError).toBeLessThan(learned!.ruleError);
  expect(kinds).toMatchObject([{ kind: "installation", visits: 120, ruleMinutes: 120, plannedMinutes: 120 }]);
  expect(kinds[0]!.learnedMinutes).toBeGreaterThanOrEqual(160);
  const next = await waiting("Gijs Prins");
  expect(next.visit.minutes).toBeGreaterThanOrEqual(160);
  const { rows } = await sql<{
    ruleMinutes: number;
  }>`select rule_minutes from visits where id = ${next.visit.id}`.execute(world.house.platform.database.db);
  expect(rows[0]!.ruleMinutes).toBe(120);
});

test("a crew that was there all through lunch worked that much less", async () => {
  const { crewId } = await world.crew({ on: "2026-03-11", name: "Ploeg 2" });
  const { visit } = await waiting("Hanne Lunch");
  await sql`insert into visits (number, order_id, sequence, kind, status, minutes, on_day, day_part, crew_id,
      planned_start, planned_end, actual_start, actual_end, created_at, updated_at)
    select 'L-1', order_id, 90, 'maintenance', 'completed', 150, '2026-03-11', 'morning', ${crewId}, t, t + interval '3 hours',
      t, t + interval '3 hours', t, t
    from visits, (select timestamptz '2026-03-11 11:00+01' as t) x where id = ${visit.id}`.execute(
    world.house.platform.database.db,
  );
  const { kinds } = await world.house.asks(robot, durations, {});
  expect(kinds.find(({ kind }) => kind === "maintenance")).toMatchObject({ visits: 1, actualMinutes: 150 });
});
