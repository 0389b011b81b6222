import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { noor } from "../../../tests/cast.ts";
import { testHouse } from "../testHouse.ts";
import { testDay } from "../testing.ts";
import { crewRows, forgetCrewChanges } from "./crewRows.ts";

const made = await testHouse(() =>
  change("update vans set active = true; update mechanics set active = true"),
);
const { house } = made;
const change = (text: string) => house.platform.database.pool.query(text);

const period = { from: testDay, until: "2026-03-31" };
const rows = (asked = period) => crewRows(house.platform.database.db, asked);
const skillsOf = async () => (await rows()).days.map(({ skills }) => skills.length);

describe("the crews of some days", () => {
  test("are read once for as long as nothing about them changes, also for days within those days", async () => {
    await made.crew();
    const first = await rows();
    expect(first.days.length).toBe(1);
    const again = await rows({ from: testDay, until: testDay });
    expect(again.days[0]).toBe(first.days[0]);
    expect((await rows({ from: "2026-03-30", until: "2026-03-31" })).days).toEqual([]);
  });

  test.each([
    ["a van that is out of use", "update vans set active = false"],
    ["a person who left", "update mechanics set active = false"],
    ["a crew with other hours", "update day_crews set ends_at = '12:00'"],
    ["a crew that is gone", "delete from day_crews"],
  ])("are read again after %s", async (_what, text) => {
    await made.crew();
    const before = await rows();
    await change(text);
    expect((await rows()).days).not.toEqual(before.days);
  });

  test("are told apart after a night too, when old changes are forgotten", async () => {
    await made.crew();
    const before = await rows();
    await change("update crew_changes set at = now() - interval '2 days'");
    await house.works(noor, forgetCrewChanges.run);
    expect((await change("select count(*)::int as left from crew_changes")).rows).toEqual([{ left: 1 }]);
    await change("update day_crews set max_jobs = 2");
    expect((await rows()).days).not.toEqual(before.days);
  });

  test("are told apart by which changes are seen, though as many others and a newer one are seen too", async () => {
    await made.crew();
    const { database } = house.platform;
    const note = (id: number) => `insert into crew_changes (id) overriding system value values (${id})`;
    const [ours, theirs] = [1_000_001, 1_000_002];
    await change(note(1_000_003));
    const givenUp = house.works(noor, async ({ tx }) => {
      await tx.deleteFrom("dayCrews").execute();
      await sql`delete from crew_changes where id < 1000000 and id > (select min(id) from crew_changes)`.execute(
        tx,
      );
      await sql.raw(note(ours)).execute(tx);
      expect((await crewRows(tx, period)).days).toEqual([]);
      throw new Error("given up");
    });
    await expect(givenUp).rejects.toThrow("given up");
    await change("delete from crew_changes where id < 1000000 and id > (select min(id) from crew_changes)");
    await change(note(theirs));
    expect((await crewRows(database.db, period)).days.length).toBe(1);
  });

  test("are those before a change until it is committed, for everybody but who makes it", async () => {
    await made.crew();
    const before = await skillsOf();
    expect(before.length).toBe(1);
    await expect(
      house.works(noor, async ({ tx }) => {
        await tx.deleteFrom("dayCrews").execute();
        expect((await crewRows(tx, period)).days).toEqual([]);
        expect(await skillsOf()).toEqual(before);
        throw new Error("given up");
      }),
    ).rejects.toThrow("given up");
    expect(await skillsOf()).toEqual(before);
  });
});
