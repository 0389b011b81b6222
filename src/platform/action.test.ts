import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse } from "#platform/testing";
import { anonymous } from "./actor.ts";
import { runAction } from "./run.ts";
import { addNote, makeNotesTable, notesCapability, somebody } from "./testing/notes.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse([notesCapability()]);
  await makeNotesTable(house);
});
afterAll(() => house?.close());

const count = async (table: string, where = "true") =>
  (await house.platform.database.pool.query(`select count(*)::int as n from ${table} where ${where}`)).rows[0]
    .n;

describe("an action", () => {
  test.each([
    ["a missing field", {}, "/title", "required"],
    ["an empty text", { title: "   " }, "/title", "required"],
    ["a text that is too long", { title: "x".repeat(21) }, "/title", "too-long"],
    ["a wrong type", { title: 7 }, "/title", "wrong-type"],
    ["a NUL", { title: "a\u0000b" }, "/title", "not-valid"],
    ["a number that is too big", { title: "a", rank: 1001 }, "/rank", "too-big"],
    ["a broken id", { title: "a", organizationId: "7" }, "/organizationId", "not-uuid"],
  ])("refuses %s and says where", async (_what, input, pointer, reason) => {
    const before = await count("test_notes");
    const refusal = house.does(somebody, addNote, input as never);
    await expect(refusal).rejects.toMatchObject({
      status: 422,
      facts: { errors: [{ pointer, problem: reason }] },
    });
    expect(await count("test_notes")).toBe(before);
  });

  test("takes strange but honest text as it is, composed", async () => {
    const made = await house.does(somebody, addNote, { title: " Zoe\u0308 🚗 <b>ĳ</b> " });
    expect(made.title).toBe("Zoë 🚗 <b>ĳ</b>");
    const family = "Gezin 👨\u200D👩\u200D👧";
    expect((await house.does(somebody, addNote, { title: family })).title).toBe(family);
  });

  test("takes nothing that nobody sees for text", async () => {
    await expect(house.does(somebody, addNote, { title: "\u200B\u2060\u200F " })).rejects.toMatchObject({
      facts: { errors: [{ pointer: "/title", problem: "required" }] },
    });
  });

  test("is closed to those who do not come through its door", async () => {
    await expect(house.does(anonymous, addNote, { title: "a" })).rejects.toMatchObject({ status: 401 });
    const external = { ...somebody, role: "external" as const };
    await expect(house.does(external, addNote, { title: "a" })).rejects.toMatchObject({ status: 403 });
  });

  test("keeps who did it with the change, and nothing of what was refused but the refusal", async () => {
    const request = { id: "r-1", address: "192.0.2.7", userAgent: null, headers: {} };
    const { id } = await house.does(somebody, addNote, { title: "kept", rank: 3 }, { request });
    const { rows } = await house.platform.database.pool.query(
      `select * from audit_lines where record_id = $1`,
      [id],
    );
    expect(rows).toMatchObject([
      {
        at: "2026-03-02T08:00:00.000Z",
        action: "notes.add",
        actor_kind: "person",
        actor_id: somebody.userId,
        actor_name: "Noor",
        address: "192.0.2.7",
        request_id: "r-1",
        changes: { rank: [null, 3] },
      },
    ]);
    const [noteCount, eventCount] = [await count("test_notes"), await count("events")];
    await expect(house.does(somebody, addNote, { title: "no", refuse: true })).rejects.toMatchObject({
      status: 409,
    });
    expect([await count("test_notes"), await count("events")]).toEqual([noteCount, eventCount]);
    expect(await count("audit_lines", "reason = 'notes/refused'")).toBe(1);
  });
});

describe("an Idempotency-Key", () => {
  const again = (key: string, title = "once", actor = somebody) =>
    house.does(actor, addNote, { title }, { idempotencyKey: key });

  test("gives the first answer again", async () => {
    const first = await again("k-1");
    expect(await again("k-1")).toEqual(first);
    expect(await count("test_notes", "title = 'once'")).toBe(1);
  });

  test("keeps the status of the first answer", async () => {
    const call = { actor: somebody, input: { title: "status" }, idempotencyKey: "k-status" };
    const first = await runAction(house.platform, addNote, call);
    const second = await runAction(house.platform, addNote, call);
    expect([first.status, second.status]).toEqual([201, 201]);
  });

  test("works once, also when the same comes many times at once", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => again("k-2", "at once")));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await count("test_notes", "title = 'at once'")).toBe(1);
    expect(await count("events", "payload ->> 'title' = 'at once'")).toBe(1);
  });

  test("is refused for another request", async () => {
    await again("k-3");
    await expect(again("k-3", "other")).rejects.toMatchObject({
      status: 409,
      type: "platform/idempotency-key-reused",
    });
  });

  test("belongs to one caller", async () => {
    const first = await again("k-4", "mine");
    const other = { ...somebody, userId: "01990000-0000-7000-8000-0000000000bb" };
    expect((await again("k-4", "mine", other)).id).not.toBe(first.id);
  });

  test("is free again after a refusal", async () => {
    const call = (refuse: boolean) =>
      house.does(somebody, addNote, { title: "later", refuse }, { idempotencyKey: "k-5" });
    await expect(call(true)).rejects.toMatchObject({ status: 409 });
    await expect(call(false)).resolves.toMatchObject({ title: "later" });
  });
});
