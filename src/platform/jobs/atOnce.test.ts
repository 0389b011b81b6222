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
import type { Work } from "../work.ts";
import { type JobKind, job, outside } from "./jobs.ts";

let house: House;
afterEach(() => house?.close());

const write = async ({ tx }: Work, title: string) => {
  await notesTable(tx)
    .insertInto("testNotes")
    .values({ title } as never)
    .execute();
};
const tell: JobKind<{ title: string }> = job(
  "notes/tell",
  z.object({ title: z.string() }),
  (work, { title }) => write(work, `told of ${title}`),
) as JobKind<{ title: string }>;
const call: JobKind<Record<string, never>> = job("notes/call", z.object({}), async () =>
  outside(
    async () => "an answer",
    async (work) => write(work, "called"),
  ),
) as JobKind<Record<string, never>>;

/** A house that lives its past, in which notes are answered. */
const openPast = async (answers: (work: Work, title: string) => Promise<void>) => {
  const answer = listen(noteAdded, "notes/answer", (work, { title }) => answers(work, title));
  house = await openHouse([notesCapability({ listeners: [answer], jobs: [tell, call] as never })]);
  house.platform.isPast = true;
  await makeNotesTable(house);
};
const add = (title: string) => house.does(somebody, addNote, { title });
const rowsOf = async (text: string) => (await house.platform.database.pool.query(text)).rows;
const titles = async () =>
  (await rowsOf("select title from test_notes order by id")).map(({ title }) => title);
const waiting = async () => (await rowsOf("select kind from jobs order by id")).map(({ kind }) => kind);

describe("a house that lives its past", () => {
  test("hears and does what is due at once, in the transaction that led to it", async () => {
    await openPast(async (work, title) => {
      await write(work, `answer to ${title}`);
      work.schedule(tell({ title }));
    });
    await add("a");
    expect(await titles()).toEqual(["a", "answer to a", "told of a"]);
    expect(await waiting()).toEqual([]);
    expect((await rowsOf("select name from events")).length).toBe(1);
  });

  test("does the same job once, and leaves what is due later in the queue", async () => {
    await openPast(async (work, title) => {
      work.schedule(tell({ title }, { key: title }), tell({ title }, { key: title }));
      work.schedule(tell({ title: "tomorrow" }, { at: "2099-01-01T00:00:00.000Z" }));
    });
    await add("a");
    expect(await titles()).toEqual(["a", "told of a"]);
    expect(await waiting()).toEqual(["notes/tell"]);
  });

  test("keeps nothing when what follows fails", async () => {
    await openPast(async () => {
      throw new Error("the world is down");
    });
    await expect(add("a")).rejects.toThrow("the world is down");
    expect(await titles()).toEqual([]);
  });

  test("reaches outside through the queue only, after the commit", async () => {
    await openPast(async (work) => work.schedule(call({})));
    await add("a");
    expect(await titles()).toEqual(["a"]);
    expect(await waiting()).toEqual(["notes/call"]);
    await house.settles();
    expect(await titles()).toEqual(["a", "called"]);
  });
});
