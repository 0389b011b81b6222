import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, openHouse } from "#platform/testing";
import type { LinkHolder, PartnerKey } from "./actor.ts";
import { sealAudit, verifyAudit } from "./audit/chain.ts";
import { drawNumber, drawNumberWithoutGaps } from "./numbers.ts";
import { inTransaction } from "./perform.ts";
import { addNote, listNotes, makeNotesTable, notesCapability, somebody } from "./testing/notes.ts";

const uuid = (last: number) => `01990000-0000-7000-8000-${String(last).padStart(12, "0")}`;

let house: House;
beforeAll(async () => {
  house = await openHouse([notesCapability()]);
  await makeNotesTable(house);
});
afterAll(() => house?.close());
const asked = (text: string, values: unknown[] = []) => house.platform.database.pool.query(text, values);

describe("the database", () => {
  test("refuses a move the status machine does not know, whoever writes", async () => {
    const { id } = await house.does(somebody, addNote, { title: "guarded" });
    const move = (to: string) => asked("update test_notes set status = $2 where id = $1", [id, to]);
    await expect(move("archived")).rejects.toMatchObject({ code: "23514" });
    await expect(move("nonsense")).rejects.toMatchObject({ code: "23514" });
    await move("done");
    await move("archived");
    await expect(move("open")).rejects.toMatchObject({ code: "23514" });
  });

  test("shows partners and customers their own rows only", async () => {
    const [mine, theirs, order] = [uuid(1), uuid(2), uuid(3)];
    await house.does(somebody, addNote, { title: "mine", organizationId: mine, rank: 900 });
    await house.does(somebody, addNote, { title: "theirs", organizationId: theirs, rank: 901 });
    await house.does(somebody, addNote, { title: "of the order", orderId: order, rank: 902 });
    const partner: PartnerKey = {
      kind: "partner",
      apiKeyId: uuid(4),
      name: "P",
      scopes: [],
      organizationId: mine,
      organizationIds: [mine],
    };
    const customer: LinkHolder = {
      kind: "customer",
      linkId: uuid(5),
      purpose: "status",
      orderId: order,
      contactId: null,
      organizationId: theirs,
    };
    const titles = async (actor: PartnerKey | LinkHolder) =>
      (await house.asks(actor, listNotes, {})).rows.map(({ title }) => title);
    expect(await titles(partner)).toEqual(["mine"]);
    expect(await titles({ ...partner, organizationIds: [] })).toEqual([]);
    expect(await titles(customer)).toEqual(["of the order"]);
    const staff = await house.asks(somebody, listNotes, { sort: "-rank", limit: 3 });
    expect(staff.rows.map(({ title }) => title)).toEqual(["of the order", "theirs", "mine"]);
  });
});

describe("numbers of invoices", () => {
  test("have no gaps and no doubles, with fifty transactions at once of which some fail", async () => {
    const series = { entity: "CC", kind: "invoice", year: 2026 };
    const as = { action: "test", actor: somebody };
    const draw = (fails: boolean) =>
      inTransaction(house.platform, as, async (work) => {
        const number = await drawNumberWithoutGaps(work, series, "{entity}-INV-{year}-{number}");
        await work.tx.selectFrom("settings").select("key").execute();
        if (fails) throw new Error("rolled back");
        return number;
      });
    const results = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => draw(index % 3 === 1)));
    const drawn = results
      .flatMap((result) => (result.status === "fulfilled" ? [result.value] : []))
      .toSorted();
    expect(drawn).toHaveLength(33);
    expect(drawn).toEqual(drawn.map((_, index) => `CC-INV-2026-${String(index + 1).padStart(5, "0")}`));
  });

  test("go on without a gap after a connection was cut off with a number in hand", async () => {
    const series = { entity: "CUT", kind: "invoice", year: 2026 };
    const pattern = "{entity}-INV-{year}-{number}";
    const draw = () => house.works(somebody, (work) => drawNumberWithoutGaps(work, series, pattern));
    expect(await draw()).toBe("CUT-INV-2026-00001");
    const cutOff = house.works(somebody, async (work) => {
      await drawNumberWithoutGaps(work, series, pattern);
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(work.tx);
      await asked(`select pg_terminate_backend(${rows[0]!.pid})`);
      await work.tx.selectFrom("settings").select("key").execute();
    });
    await expect(cutOff).rejects.toThrow(/terminat|connection|reset|EPIPE/i);
    expect(await draw()).toBe("CUT-INV-2026-00002");
  });
});

describe("other numbers", () => {
  const series = { entity: "CC", kind: "visit", year: 2026 };
  const pattern = "{entity}-{year}-{number}";

  test("let nobody wait for work that drew one and goes on", async () => {
    const longWork = house.works(somebody, async (work) => {
      const first = await drawNumber(work, series, pattern);
      // A second piece of work comes and goes before the first one ends.
      const second = await house.works(somebody, (other) => drawNumber(other, series, pattern));
      return [first, second];
    });
    expect(await longWork).toEqual(["CC-2026-00001", "CC-2026-00002"]);
  });

  test("are never double, with more at once than there are connections, and go on after what was rolled back", async () => {
    const draw = (fails: boolean) =>
      house.works(somebody, async (work) => {
        const number = await drawNumber(work, { ...series, kind: "quote" }, pattern);
        if (fails) throw new Error("rolled back");
        return number;
      });
    const results = await Promise.allSettled(Array.from({ length: 40 }, (_, index) => draw(index % 4 === 1)));
    const drawn = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(new Set(drawn).size).toBe(30);
    expect(await draw(false)).toBe("CC-2026-00041");
  });

  test("grow past five digits, and start anew for each entity and year", async () => {
    await asked("insert into number_series values ('CC', 'order', 2026, 99999)");
    const draw = (entity: string, year: number) =>
      house.works(somebody, (work) =>
        drawNumber(work, { entity, kind: "order", year }, "{entity}-{year}-{number}"),
      );
    expect(await draw("CC", 2026)).toBe("CC-2026-100000");
    expect(await draw("LP", 2026)).toBe("LP-2026-00001");
    expect(await draw("CC", 2027)).toBe("CC-2027-00001");
  });
});

describe("the audit log", () => {
  test("cannot be changed, and shows it when somebody with all rights does", async () => {
    const { db } = house.platform.database;
    for (const title of ["one", "two", "three"]) await house.does(somebody, addNote, { title });
    const sealed = await sealAudit(db);
    expect(sealed).toBeGreaterThanOrEqual(3);
    expect(await verifyAudit(db)).toEqual({ sealed, unsealed: 0, brokenAtLine: null });
    await house.does(somebody, addNote, { title: "four" });
    expect(await verifyAudit(db)).toMatchObject({ sealed, unsealed: 1, brokenAtLine: null });
    await sealAudit(db);
    await expect(asked("update audit_lines set reason = 'x'")).rejects.toMatchObject({ code: "42501" });
    await expect(asked("delete from audit_seals")).rejects.toMatchObject({ code: "42501" });
    const { rows } = await asked("select line_id::int as id from audit_seals order by position desc limit 2");
    const [last, before] = rows.map(({ id }) => Number(id));
    const secretly = async (...statements: string[]) => {
      for (const text of ["set session_replication_role = replica", ...statements]) await client.query(text);
      await client.query("set session_replication_role = origin");
    };
    const client = await house.platform.database.pool.connect();
    try {
      await secretly(`update audit_lines set actor_name = 'Eve' where id = ${before}`);
      expect((await verifyAudit(db)).brokenAtLine).toBe(before);
      await secretly(`update audit_lines set actor_name = 'Noor' where id = ${before}`);
      expect((await verifyAudit(db)).brokenAtLine).toBeNull();
      await secretly(`delete from audit_lines where id = ${before}`);
      expect((await verifyAudit(db)).brokenAtLine).not.toBeNull();
      await secretly(`delete from audit_lines where id = ${last}`);
      expect((await verifyAudit(db)).brokenAtLine).not.toBeNull();
    } finally {
      client.release();
    }
  });

  test("cannot be emptied", async () => {
    await expect(asked("truncate audit_seals, audit_lines")).rejects.toMatchObject({ code: "42501" });
  });
});
