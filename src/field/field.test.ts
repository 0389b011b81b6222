import { sql } from "kysely";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { orders } from "#orders";
import { bookHalfDay, visits } from "#planning";
import { planningHouse, testDay } from "#planning/testing";
import { type LinkHolder, type Person, storeFile } from "#platform";
import type { House } from "#platform/testing";
import { noor, sam } from "../../tests/cast.ts";
import { callOff } from "./actions/callOff.ts";
import { addPhoto, addSerial, saveAnswers } from "./actions/evidence.ts";
import { giveLmra } from "./actions/giveLmra.ts";
import { finishWork, handOver } from "./actions/handOver.ts";
import { addMaterials, checkMaterials } from "./actions/materials.ts";
import { arrive, depart } from "./actions/underWay.ts";
import { workOrderPdf } from "./actions/workOrderPdf.ts";
import { checklistOf } from "./checklists.ts";
import { field } from "./index.ts";
import { assetsList, day, workOrderById, workOrdersOfOrder } from "./queries/field.ts";
import { signedWorkOrders } from "./queries/signedWorkOrders.ts";

const other: Person = { ...sam, userId: "0190f000-0000-7000-8000-00000000000f", name: "Piet van Ploeg 2" };

let made: Awaited<ReturnType<typeof planningHouse>>;
let house: House;
beforeAll(async () => {
  made = await planningHouse([field]);
  house = made.house;
  const { db } = house.platform.database;
  for (const { userId, name, email } of [
    { ...sam, email: "sam@example.com" },
    { ...other, email: "piet@example.com" },
  ])
    await sql`insert into users (id, name, email, role) values (${userId}, ${name}, ${email}, 'technician')`.execute(
      db,
    );
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set("2026-03-02T08:00:00.000Z");
  const { db } = house.platform.database;
  await sql`truncate installed_assets, work_photos, lmras, work_orders cascade`.execute(db);
  await made.clear();
});

const newId = () => crypto.randomUUID();
const orderOf = (id: string) => orders.byId(house.platform.database.db, id);
const safe = {
  electricalSafety: true,
  equipmentPresent: true,
  workspaceSafe: true,
  customerInformed: true,
  emergencyKnown: true,
  cupboardSafe: true,
  workplaceSafe: true,
  canGoOn: true,
  riskLevel: "low" as const,
};

/** Sam's job of today, for an order with a charger; the crew is about to leave. */
const job = async () => {
  await made.crew({ userId: sam.userId });
  const { orderId, visit } = await made.waiting({ requiresSerial: true });
  await house.works(noor, async (work) =>
    bookHalfDay(work, await visits.lock(work.tx, visit.id), { on: testDay, part: "morning" }),
  );
  await house.settles();
  house.clock.set(`${testDay}T06:45:00.000Z`);
  const { stops } = await house.asks(sam, day, {});
  return { orderId, visitId: visit.id, workOrderId: stops[0]!.workOrderId! };
};

/** A job on which the crew has arrived and looked at the risks. */
const safeJob = async () => {
  const given = await job();
  const { workOrderId } = given;
  await house.does(sam, depart, { workOrderId });
  await house.does(sam, arrive, { workOrderId });
  await house.does(sam, giveLmra, { workOrderId, lmraId: newId(), ...safe });
  return given;
};

const photograph = async (workOrderId: string, place: string) => {
  const picture = { width: 40, height: 30, channels: 3 as const, background: "#888" };
  const bytes = await sharp({ create: picture }).jpeg().toBuffer();
  const { id: fileId } = await house.works(sam, (work) =>
    storeFile(work, { bytes, name: "foto.jpg", kind: "photo", visibility: "internal" }),
  );
  return house.does(sam, addPhoto, { workOrderId, photoId: newId(), fileId, place });
};

const answersFor = (jobKind: string) =>
  Object.fromEntries(
    checklistOf(jobKind).questions.map(({ id, kind, min }) => [id, kind === "check" ? true : (min ?? 1)]),
  );

/** Everything the handover asks but the signature. */
const withEvidence = async (workOrderId: string) => {
  const { materials } = await house.does(sam, checkMaterials, { workOrderId, checked: [] });
  await house.does(sam, saveAnswers, { workOrderId, answers: answersFor("installation") });
  for (const place of ["cupboard", "charger"]) await photograph(workOrderId, place);
  const articleId = materials[0]!.articleId!;
  await house.does(sam, addSerial, { workOrderId, assetId: newId(), articleId, serial: `sn-${newId()}` });
};

describe("a visit with a day", () => {
  test("has a work order with a number, in its crew's list of today", async () => {
    const { workOrderId, orderId } = await job();
    const { rows } = await house.asks(noor, workOrdersOfOrder, { orderId });
    expect(rows).toMatchObject([{ id: workOrderId, status: "created" }]);
    expect(rows[0]?.number).toMatch(/^WO-CC-2026-\d{5}$/);
    const { crew, stops } = await house.asks(sam, day, {});
    expect(crew).toMatchObject({ name: "Ploeg 1" });
    expect(stops).toMatchObject([
      { customerName: "Anna Jansen", minutes: 180, part: "morning", chargers: 1 },
    ]);
  });

  test("is shown to its own crew around its day, and to nobody else", async () => {
    await made.crew({ name: "Ploeg 2", skills: [], userId: other.userId });
    const { workOrderId } = await job();
    expect((await house.asks(other, day, {})).stops).toEqual([]);
    await expect(house.asks(other, workOrderById, { workOrderId })).rejects.toMatchObject({ status: 403 });
    await expect(house.does(other, arrive, { workOrderId })).rejects.toMatchObject({ status: 403 });
    await expect(house.does(noor, arrive, { workOrderId })).rejects.toMatchObject({ status: 403 });
    expect(await house.asks(noor, workOrderById, { workOrderId })).toMatchObject({ canWork: false });
    house.clock.set("2026-03-20T08:00:00.000Z");
    await expect(house.asks(sam, workOrderById, { workOrderId })).rejects.toMatchObject({ status: 403 });
  });
});

describe("the days of a mechanic", () => {
  test("reach over a weekend to the day the crew goes out next, and back to the last one", async () => {
    const { workOrderId } = await job();
    house.clock.set("2026-03-06T14:00:00.000Z");
    await made.crew({ on: "2026-03-09", userId: sam.userId });
    expect(await house.asks(sam, day, {})).toMatchObject({ before: "2026-03-05", after: "2026-03-09" });
    expect((await house.asks(sam, day, { on: "2026-03-10" })).stops).toMatchObject([{ workOrderId }]);
    await expect(house.asks(sam, day, { on: "2026-03-11" })).rejects.toMatchObject({ status: 403 });
    house.clock.set("2026-03-16T08:00:00.000Z");
    await expect(house.asks(sam, day, { on: "2026-03-12" })).rejects.toMatchObject({ status: 403 });
    expect(await house.asks(sam, day, { on: "2026-03-13" })).toMatchObject({ crew: null });
  });
});

describe("the risk analysis", () => {
  test("comes first: nothing after it can be reached without it, not in the database either", async () => {
    const { workOrderId } = await job();
    await house.does(sam, arrive, { workOrderId });
    for (const step of [
      () => house.does(sam, checkMaterials, { workOrderId, checked: [] }),
      () => house.does(sam, finishWork, { workOrderId }),
      () => house.does(sam, saveAnswers, { workOrderId, answers: { site_clean: true } }),
      () => house.does(sam, handOver, { workOrderId, signedName: "Anna" }),
    ])
      await expect(step()).rejects.toMatchObject({ status: 409 });
    const { db } = house.platform.database;
    await sql`update work_orders set status = 'lmra_in_progress' where id = ${workOrderId}`.execute(db);
    const skipped = sql`update work_orders set status = 'lmra_approved' where id = ${workOrderId}`.execute(
      db,
    );
    await expect(skipped).rejects.toThrow(/no approved LMRA/);
  });

  test("that fails ends the job with the reason; the order waits for another visit and the office hears it", async () => {
    const { workOrderId, orderId, visitId } = await job();
    await house.does(sam, arrive, { workOrderId });
    expect(await orderOf(orderId)).toMatchObject({ status: "in_progress" });
    const lmra = {
      ...safe,
      cupboardSafe: false,
      otherRisks: "Water in de meterkast",
      riskLevel: "high" as const,
    };
    const unsaid = house.does(sam, giveLmra, { workOrderId, lmraId: newId(), ...lmra, otherRisks: "" });
    await expect(unsaid).rejects.toMatchObject({ status: 422 });
    const ended = await house.does(sam, giveLmra, { workOrderId, lmraId: newId(), ...lmra });
    expect(ended).toMatchObject({ status: "cancelled", lmra: { outcome: "called_off" } });
    expect(ended.cancelReason).toBe("LMRA: Water in de meterkast");
    const { db } = house.platform.database;
    expect((await visits.byId(db, visitId)).status).toBe("partial");
    expect((await orderOf(orderId)).status).toBe("planning");
    const open = await db.selectFrom("exceptions").selectAll().where("orderId", "=", orderId).execute();
    expect(open.map(({ kind }) => kind)).toEqual(["lmra_failed"]);
    await house.settles();
    expect((await visits.open(db, orderId)).map(({ status }) => status)).toEqual(["planned"]);
  });
});

describe("a job", () => {
  test("goes from arrival to handover; visit, lines and order are complete, with actual times", async () => {
    const { workOrderId, orderId, visitId } = await safeJob();
    await withEvidence(workOrderId);
    house.clock.set(`${testDay}T10:00:00.000Z`);
    await house.does(sam, finishWork, { workOrderId });
    const signature = (
      await sharp({ create: { width: 200, height: 80, channels: 4, background: "#fff" } })
        .png()
        .toBuffer()
    ).toString("base64");
    const done = await house.does(sam, handOver, { workOrderId, signedName: "Anna Jansen", signature });
    expect(done).toMatchObject({ status: "completed", visitStatus: "completed", missing: [] });
    expect(await orderOf(orderId)).toMatchObject({ status: "completed", billingState: "to_check" });
    const { db } = house.platform.database;
    const visit = await visits.byId(db, visitId);
    expect([visit.actualStart, visit.actualEnd]).toEqual([
      `${testDay}T06:45:00.000Z`,
      `${testDay}T10:00:00.000Z`,
    ]);
    const lines = await db.selectFrom("orderLines").select("status").where("orderId", "=", orderId).execute();
    expect(new Set(lines.map(({ status }) => status))).toEqual(new Set(["installed"]));
    const told = await db.selectFrom("events").select("name").where("orderId", "=", orderId).execute();
    expect(told.map(({ name }) => name)).toContain("field/work-completed");
    const first = await house.does(noor, workOrderPdf, { workOrderId });
    expect(await house.does(sam, workOrderPdf, { workOrderId })).toEqual(first);
    const customerOf = (order: string): LinkHolder => ({
      kind: "customer",
      linkId: order,
      purpose: "order",
      orderId: order,
      contactId: null,
      organizationId: null,
    });
    const forCustomer = await house.asks(customerOf(orderId), signedWorkOrders, { orderId });
    expect(forCustomer.rows).toMatchObject([{ id: workOrderId }]);
    expect(await house.does(customerOf(orderId), workOrderPdf, { workOrderId })).toEqual(first);
    const stranger = house.does(customerOf(newId()), workOrderPdf, { workOrderId });
    await expect(stranger).rejects.toMatchObject({ status: 404 });
    await house.settles();
    const mails = (await made.mails()).filter((mail) => mail.orderId === orderId);
    expect(mails.at(-1)?.template).toBe("field/work-done");
    const { rows } = await house.asks(noor, assetsList, { search: "SN-" });
    expect(rows.map((row) => row.orderId)).toContain(orderId);
  });

  test("cannot be signed for without checklist, photos and serial number, not in the database either", async () => {
    const { workOrderId } = await safeJob();
    await house.does(sam, checkMaterials, { workOrderId, checked: [] });
    const { missing } = await house.asks(sam, workOrderById, { workOrderId });
    expect(missing).toEqual(
      expect.arrayContaining(["question:earth_connected", "question:voltage", "photo:charger"]),
    );
    expect(missing.some((each) => each.startsWith("serial:"))).toBe(true);
    await expect(house.does(sam, finishWork, { workOrderId })).rejects.toMatchObject({
      type: "field/not-complete",
    });
    const { db } = house.platform.database;
    for (const status of ["work_completed", "customer_review"])
      await sql`update work_orders set status = ${status} where id = ${workOrderId}`.execute(db);
    const signed = sql`update work_orders set status = 'customer_signed', signed_at = now() where id = ${workOrderId}`;
    await expect(signed.execute(db)).rejects.toThrow(/misses signature, photos or checklist/);
  });

  test("does not accept a measurement outside its limits as an answer", async () => {
    const { workOrderId } = await safeJob();
    await house.does(sam, checkMaterials, { workOrderId, checked: [] });
    const { missing } = await house.does(sam, saveAnswers, { workOrderId, answers: { voltage: 190 } });
    expect(missing).toContain("question:voltage");
  });

  test("waits when material is missing, and goes on when it is there", async () => {
    const { workOrderId } = await safeJob();
    const waits = await house.does(sam, checkMaterials, { workOrderId, checked: [], missing: "Kabelgoot" });
    expect(waits).toMatchObject({ status: "materials_missing", missingMaterials: "Kabelgoot" });
    const goesOn = await house.does(sam, addMaterials, { workOrderId, how: "Gehaald bij de groothandel" });
    expect(goesOn.status).toBe("work_in_progress");
  });

  test("can be called off before the work starts, with the reason", async () => {
    const { workOrderId, orderId } = await job();
    await house.does(sam, arrive, { workOrderId });
    const ended = await house.does(sam, callOff, { workOrderId, reason: "Niemand thuis" });
    expect(ended).toMatchObject({ status: "cancelled", cancelReason: "Niemand thuis" });
    expect((await orderOf(orderId)).status).toBe("planning");
  });
});

describe("a serial number", () => {
  test("is known once; the same one sent twice is one", async () => {
    const { workOrderId } = await safeJob();
    const { materials } = await house.does(sam, checkMaterials, { workOrderId, checked: [] });
    const asset = { workOrderId, assetId: newId(), articleId: materials[0]!.articleId!, serial: "ace-001" };
    await house.does(sam, addSerial, asset);
    const again = await house.does(sam, addSerial, asset);
    expect(again.assets).toMatchObject([{ serial: "ACE-001" }]);
    const second = house.does(sam, addSerial, { ...asset, assetId: newId() });
    await expect(second).rejects.toMatchObject({ type: "field/serial-known" });
  });
});
