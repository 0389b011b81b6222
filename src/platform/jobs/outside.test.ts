import { sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type House, openHouse } from "#platform/testing";
import type { Tx } from "../database/open.ts";
import { makeNotesTable, notesCapability, notesTable, somebody } from "../testing/notes.ts";
import { runDueJobs } from "./dueJobs.ts";
import { job, outside } from "./jobs.ts";

let house: House;
afterEach(() => house?.close());

/** A bank that is called: what it is asked, and when it answers. */
const bank = { asked: 0, answer: async () => "paid", settled: [] as string[], givenUp: 0 };
/** PostgreSQL gives the transaction up for another's, as often as was said. */
const givesUp = async (tx: Tx) => {
  bank.givenUp -= 1;
  if (bank.givenUp >= 0) await sql`do $$ begin raise 'deadlock' using errcode = '40P01'; end $$`.execute(tx);
};
const payOut = job(
  "notes/pay-out",
  z.object({ what: z.string() }),
  async ({ tx }, { what }) => {
    if (what === "crowded") await givesUp(tx);
    if (what === "nothing") return;
    return outside(
      async () => {
        bank.asked += 1;
        return bank.answer();
      },
      async ({ tx }, outcome) => {
        if ("error" in outcome) throw outcome.error;
        bank.settled.push(outcome.value);
        await givesUp(tx);
        await notesTable(tx)
          .insertInto("testNotes")
          .values({ title: outcome.value } as never)
          .execute();
      },
    );
  },
  { attempts: 3, lease: "PT10M" },
);

const openBank = async () => {
  Object.assign(bank, { asked: 0, answer: async () => "paid", settled: [], givenUp: 0 });
  house = await openHouse([notesCapability({ jobs: [payOut] })]);
  await makeNotesTable(house);
};
const schedule = (what: string) =>
  house.works(somebody, async (work) => work.schedule(payOut({ what }, { key: what })));
const rowsOf = async (text: string) => (await house.platform.database.pool.query(text)).rows;
const notes = async () =>
  (await rowsOf("select title from test_notes order by id")).map(({ title }) => title);
/** A process that was killed while it waited for an answer: it never comes back. */
const diesWaiting = async () => {
  const before = bank.asked;
  bank.answer = () => new Promise(() => undefined);
  void runDueJobs(house.platform);
  await expect.poll(() => bank.asked).toBe(before + 1);
};

describe("a job that reaches outside", () => {
  test("holds no transaction while it waits for an answer, and writes what came of it", async () => {
    await openBank();
    let open: unknown[] = [];
    bank.answer = async () => {
      open = await rowsOf(
        "select state from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
      );
      return "paid";
    };
    await schedule("rent");
    expect(await house.settles()).toBe(1);
    expect(open).toEqual([]);
    expect(await notes()).toEqual(["paid"]);
    expect(await rowsOf("select * from jobs")).toEqual([]);
  });

  test("is over at once when there is nothing to do outside", async () => {
    await openBank();
    await schedule("nothing");
    expect(await house.settles()).toBe(1);
    expect(bank.asked).toBe(0);
    expect(await rowsOf("select * from jobs")).toEqual([]);
  });

  test("is done by nobody else while its lease lasts, and by another after its process was killed", async () => {
    await openBank();
    await schedule("rent");
    await diesWaiting();
    bank.answer = async () => "paid by another";
    house.clock.forward("PT9M");
    expect(await house.settles()).toBe(0);
    house.clock.forward("PT1M");
    expect(await house.settles()).toBe(1);
    expect(await notes()).toEqual(["paid by another"]);
    expect(await rowsOf("select * from jobs")).toEqual([]);
  });

  test("writes nothing when it comes back after another did it", async () => {
    await openBank();
    await schedule("rent");
    const late = Promise.withResolvers<string>();
    bank.answer = () => late.promise;
    const first = runDueJobs(house.platform);
    await expect.poll(() => bank.asked).toBe(1);
    house.clock.forward("PT10M");
    bank.answer = async () => "paid by another";
    await house.settles();
    late.resolve("paid late");
    await first;
    expect(bank.settled).toEqual(["paid by another"]);
    expect(await notes()).toEqual(["paid by another"]);
  });

  test("comes again after its pause when what came of it could not be written", async () => {
    await openBank();
    bank.answer = async () => {
      throw new Error("the bank is closed");
    };
    await schedule("rent");
    await house.settles();
    const waiting = "select attempts, status, claim, last_error from jobs";
    expect(await rowsOf(waiting)).toEqual([
      { attempts: 1, status: "waiting", claim: null, last_error: "the bank is closed" },
    ]);
    bank.answer = async () => "paid";
    house.clock.forward("PT1M");
    await house.settles();
    expect(await notes()).toEqual(["paid"]);
  });

  test("asks once when writing what came of it was given up for another", async () => {
    await openBank();
    bank.givenUp = 2;
    await schedule("rent");
    await house.settles();
    expect(bank.asked).toBe(1);
    expect(await notes()).toEqual(["paid"]);
    expect(await rowsOf("select * from jobs")).toEqual([]);
  });

  test("is begun again at once, without losing a try, when its beginning was given up for another", async () => {
    await openBank();
    bank.givenUp = 1;
    await schedule("crowded");
    await house.settles();
    expect(bank.asked).toBe(1);
    expect(await notes()).toEqual(["paid"]);
    expect(await rowsOf("select * from jobs")).toEqual([]);
  });

  test("waits for a person when its process died at every try", async () => {
    await openBank();
    await schedule("rent");
    for (let tries = 0; tries < 3; tries += 1) {
      await diesWaiting();
      house.clock.forward("PT10M");
    }
    await house.settles();
    expect(bank.asked).toBe(3);
    expect(await rowsOf("select status, last_error from jobs")).toEqual([
      { status: "dead", last_error: "The process ended each time before this was done" },
    ]);
  });
});
