import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type House, openHouse } from "#platform/testing";
import { listen } from "../events.ts";
import {
  addNote,
  makeNotesTable,
  noteAdded,
  notesCapability,
  notesTable,
  somebody,
} from "../testing/notes.ts";
import { pauseAfter, runDueJobs } from "./dueJobs.ts";
import { job, recurring } from "./jobs.ts";
import { runRecurring } from "./recurringWork.ts";
import { replayJob } from "./replayJob.ts";
import { startWorker } from "./worker.ts";

let house: House;
afterEach(() => house?.close());

const open = async (more: Parameters<typeof notesCapability>[0]) => {
  house = await openHouse([notesCapability(more)]);
  await makeNotesTable(house);
};
const rowsOf = async (text: string) => (await house.platform.database.pool.query(text)).rows;
const titles = async () =>
  (await rowsOf("select title from test_notes order by id")).map(({ title }) => title);

describe("a listener", () => {
  const copies = listen(noteAdded, "notes/copy", async ({ tx }, { title }) => {
    await notesTable(tx)
      .insertInto("testNotes")
      .values({ title: `copy of ${title}` } as never)
      .execute();
  });

  test("hears what was announced once, also with several workers at once", async () => {
    await open({ listeners: [copies] });
    for (const title of ["a", "b", "c"]) await house.does(somebody, addNote, { title });
    await Promise.all([1, 2, 3].map(() => runDueJobs(house.platform)));
    expect((await titles()).toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      "a",
      "b",
      "c",
      "copy of a",
      "copy of b",
      "copy of c",
    ]);
    expect(await house.settles()).toBe(0);
  });

  test("leaves nothing behind when it fails, and works once after it was tried again", async () => {
    let failures = 2;
    const stumbles = listen(noteAdded, "notes/stumble", async (work, payload) => {
      await copies.run(work, payload, { eventId: 0, at: work.now });
      failures -= 1;
      if (failures >= 0) throw new Error("the world is down");
    });
    await open({ listeners: [stumbles] });
    await house.does(somebody, addNote, { title: "a" });
    await house.settles();
    expect(await titles()).toEqual(["a"]);
    house.clock.forward("PT1M");
    await house.settles();
    expect(await titles()).toEqual(["a"]);
    house.clock.forward("PT2M");
    await house.settles();
    expect(await titles()).toEqual(["a", "copy of a"]);
    expect(await rowsOf("select * from jobs")).toEqual([]);
  });
});

describe("listeners of one order", () => {
  const orderId = "01990000-0000-7000-8000-000000000001";
  const noted = (does: string, fails = () => false) =>
    listen(noteAdded, `notes/${does}`, async ({ tx }, { title }) => {
      await notesTable(tx)
        .insertInto("testNotes")
        .values({ title: `${does} ${title}` } as never)
        .execute();
      if (fails()) throw new Error("the world is down");
    });

  test("go together in one transaction", async () => {
    await open({ listeners: [noted("first"), noted("second"), noted("third")] });
    await house.does(somebody, addNote, { title: "a", orderId });
    await house.settles();
    const rows = await rowsOf("select title, xmin::text as transaction from test_notes order by id");
    expect(rows.map(({ title }) => title)).toEqual(["a", "first a", "second a", "third a"]);
    expect(new Set(rows.slice(1).map(({ transaction }) => transaction)).size).toBe(1);
  });

  test("do their work once each when one of them fails, and that one waits", async () => {
    let down = true;
    await open({ listeners: [noted("first"), noted("second", () => down), noted("third")] });
    await house.does(somebody, addNote, { title: "a", orderId });
    expect(await house.settles()).toBe(3);
    expect(await titles()).toEqual(["a", "first a", "third a"]);
    expect(await rowsOf("select kind, status, attempts, last_error from jobs")).toEqual([
      { kind: "notes/added > notes/second", status: "waiting", attempts: 1, last_error: "the world is down" },
    ]);
    down = false;
    house.clock.forward("PT1M");
    await house.settles();
    expect(await titles()).toEqual(["a", "first a", "third a", "second a"]);
    expect(await rowsOf("select * from jobs")).toEqual([]);
  });
});

describe("a job", () => {
  const done: string[] = [];
  let broken = false;
  const tell = job(
    "notes/tell",
    z.object({ what: z.string() }),
    async (_work, { what }) => {
      if (broken) throw new Error("not now");
      done.push(what);
    },
    { attempts: 3 },
  );
  const schedules = (...given: Parameters<typeof tell>) =>
    house.works(somebody, async (work) => work.schedule(tell(...given)));

  test("waits for its time, and is not added twice under one key", async () => {
    done.length = 0;
    await open({ jobs: [tell] });
    await schedules({ what: "later" }, { at: "2026-03-02T09:00:00.000Z", key: "one" });
    await schedules({ what: "twice" }, { key: "one" });
    expect(await house.settles()).toBe(0);
    house.clock.forward("PT1H");
    await house.settles();
    expect(done).toEqual(["later"]);
  });

  test("is tried again with growing pauses, then waits for a person, who can play it again", async () => {
    done.length = 0;
    broken = true;
    await open({ jobs: [tell] });
    await schedules({ what: "stubborn" });
    const runs: number[] = [];
    for (const pause of ["PT0M", "PT1M", "PT2M", "PT1H"]) {
      house.clock.forward(pause);
      runs.push(await house.settles());
    }
    expect(runs).toEqual([1, 1, 1, 0]);
    const [row] = await rowsOf("select id, status, attempts, last_error from jobs");
    expect(row).toMatchObject({ status: "dead", attempts: 3, last_error: "not now" });
    broken = false;
    expect(await house.works(somebody, (work) => replayJob(work, row.id))).toBe(true);
    expect(await house.works(somebody, (work) => replayJob(work, row.id))).toBe(false);
    await house.settles();
    expect(done).toEqual(["stubborn"]);
  });

  test("that nobody here knows is kept, with the reason", async () => {
    await open({});
    await schedules({ what: "lost" });
    await house.settles();
    expect(await rowsOf("select status, last_error from jobs")).toMatchObject([
      { status: "waiting", last_error: "Nothing here handles jobs of kind notes/tell" },
    ]);
  });

  test("pauses for one minute up to an hour", () => {
    expect([1, 2, 3, 7, 20].map(pauseAfter)).toEqual(["PT1M", "PT2M", "PT4M", "PT60M", "PT60M"]);
  });

  test("is done by the worker as soon as it is woken", async () => {
    done.length = 0;
    await open({ jobs: [tell] });
    const worker = startWorker(house.platform, { tickMilliseconds: 60_000, onError: () => undefined });
    await schedules({ what: "now" });
    worker.wake();
    await expect.poll(() => done).toEqual(["now"]);
    await worker.stop();
  });

  test("leaves workers in peace while there is none, though each commit wakes them", async () => {
    await open({ jobs: [tell] });
    let woken = 0;
    const worker = startWorker(house.platform, { tickMilliseconds: 20, onError: () => undefined });
    house.platform.committed = () => {
      woken += 1;
      worker.wake();
    };
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(woken).toBe(0);
    await schedules({ what: "now" });
    expect(woken).toBe(1);
    await worker.stop();
  });
});

describe("recurring work", () => {
  test("runs once at each of its times, however many processes look", async () => {
    let ran = 0;
    const daily = recurring("notes/daily", "0 7 * * *", async () => {
      ran += 1;
    });
    await open({ recurring: [daily] });
    const look = () => Promise.all([1, 2, 3].map(() => runRecurring(house.platform)));
    await look();
    expect(ran).toBe(0);
    house.clock.set("2026-03-03T06:00:00.000Z");
    await look();
    await look();
    expect(ran).toBe(1);
    // After the night in which the clock changes it is still seven in the house.
    house.clock.set("2026-03-29T05:00:00.000Z");
    await look();
    expect(ran).toBe(2);
  });
});
