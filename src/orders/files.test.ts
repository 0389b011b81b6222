import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInAddressBook } from "#crm";
import { addTestEntities } from "#crm/testing";
import { automation, type LinkHolder, type Person, storeFile } from "#platform";
import { type House, openHouse } from "#platform/testing";
import { ada, fenna, noor } from "../../tests/cast.ts";
import { addFile } from "./actions/addFile.ts";
import { newLead } from "./actions/newLead.ts";
import { removeFile } from "./actions/removeFile.ts";
import { showFile } from "./actions/showFile.ts";
import { ordering } from "./index.ts";
import { filesOfOrder } from "./queries/filesOfOrder.ts";
import { timelineOfOrder } from "./queries/timeline.ts";

let house: House;
let orderId: string;
beforeAll(async () => {
  house = await openHouse([ordering], { services: { addresses: builtInAddressBook } });
  await house.works(automation("setup"), addTestEntities);
});
afterAll(() => house.close());

const lead = async (businessEntity = "chargecars") =>
  (await house.does(noor, newLead, { businessEntity, name: "Anna van den Berg", phone: "0688412207" })).id;
beforeAll(async () => {
  orderId = await lead();
});

const uploaded = async (by: Person, name = "Tekening meterkast.png") => {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#446688" } })
    .png()
    .toBuffer();
  return house.works(by, (work) =>
    storeFile(work, { bytes, name, kind: "document", visibility: "internal" }),
  );
};
const hang = async (by = noor, on = orderId) => {
  const { id: fileId } = await uploaded(by);
  return house.does(by, addFile, { orderId: on, fileId, kind: "drawing" });
};
const named = async (on = orderId) =>
  (await house.asks(noor, filesOfOrder, { orderId: on })).rows.map(({ id }) => id);
const customerOf = (of: string): LinkHolder => ({
  kind: "customer",
  linkId: of,
  purpose: "order",
  orderId: of,
  contactId: null,
  organizationId: null,
});

describe("a file the office hangs on an order", () => {
  test("stands there with its kind, who brought it and when, for the house only at first", async () => {
    const file = await hang();
    expect(file).toMatchObject({
      name: "Tekening meterkast.png",
      kind: "drawing",
      visibility: "internal",
      uploadedByKind: "person",
      createdAt: house.clock.now(),
    });
    expect(await named()).toContain(file.id);
    const seen = async () =>
      (await house.asks(customerOf(orderId), filesOfOrder, { orderId })).rows.map(({ id }) => id);
    expect(await seen()).not.toContain(file.id);
    await house.does(noor, showFile, { orderId, fileId: file.id, visibility: "customer" });
    expect(await seen()).toContain(file.id);
  });

  test("stands on the timeline with its name", async () => {
    const on = await lead();
    const { id } = await hang(noor, on);
    await house.does(noor, removeFile, { orderId: on, fileId: id, reason: "Verkeerde klant" });
    const { rows } = await house.asks(noor, timelineOfOrder, { orderId: on });
    expect(rows.filter(({ name }) => name.startsWith("orders/file"))).toMatchObject([
      {
        name: "orders/file-removed",
        payload: { fileName: "Tekening meterkast.png", reason: "Verkeerde klant" },
      },
      { name: "orders/file-added", payload: { fileName: "Tekening meterkast.png", kind: "drawing" } },
    ]);
  });

  test("is one's own, hangs once, and on an order that is there", async () => {
    const { id: fileId } = await uploaded(noor);
    const other = await lead();
    await expect(house.does(ada, addFile, { orderId, fileId, kind: "document" })).rejects.toMatchObject({
      status: 404,
    });
    await house.does(noor, addFile, { orderId, fileId, kind: "document" });
    await expect(
      house.does(noor, addFile, { orderId: other, fileId, kind: "document" }),
    ).rejects.toMatchObject({ status: 404 });
    const { id: loose } = await uploaded(noor);
    await expect(
      house.does(noor, addFile, { orderId: fileId, fileId: loose, kind: "document" }),
    ).rejects.toMatchObject({ status: 404 });
    expect(await named(other)).toEqual([]);
  });

  test("is not hung by people without the scope, nor on an order of an entity that is not theirs", async () => {
    const { id: fileId } = await uploaded(fenna);
    await expect(house.does(fenna, addFile, { orderId, fileId, kind: "document" })).rejects.toMatchObject({
      status: 403,
    });
    const elsewhere = { ...noor, businessEntities: ["laderthuis"] };
    const { id: own } = await uploaded(elsewhere);
    await expect(
      house.does(elsewhere, addFile, { orderId, fileId: own, kind: "document" }),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe("a file taken off an order", () => {
  test("is gone from the list, and the audit log keeps what it was and why", async () => {
    const { id: fileId, size } = await hang();
    await house.does(noor, removeFile, { orderId, fileId, reason: "Staat een ander gezin op" });
    expect(await named()).not.toContain(fileId);
    const { db } = house.platform.database;
    const { reason, changes } = await db
      .selectFrom("auditLines")
      .select(["reason", "changes"])
      .where("recordId", "=", fileId)
      .where("action", "=", "orders.removeFile")
      .executeTakeFirstOrThrow();
    expect(reason).toBe("Staat een ander gezin op");
    expect(changes).toMatchObject({ removed: { name: "Tekening meterkast.png", kind: "drawing", size } });
    await expect(house.does(noor, removeFile, { orderId, fileId, reason: "nog eens" })).rejects.toMatchObject(
      { status: 404 },
    );
  });

  test("wants a reason, a right, and is never what a customer or crew brought", async () => {
    const { id: fileId } = await hang();
    const remove = (by: Person, reason: string, of = fileId) =>
      house.does(by, removeFile, { orderId, fileId: of, reason });
    await expect(remove(noor, "  ")).rejects.toMatchObject({
      status: 422,
      facts: { errors: [{ pointer: "/reason" }] },
    });
    await expect(remove(fenna, "opgeruimd")).rejects.toMatchObject({ status: 403 });
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#222222" } })
      .jpeg()
      .toBuffer();
    const brought = async (by: Parameters<House["works"]>[0], kind: string) =>
      house.works(by, (work) =>
        storeFile(work, { bytes, name: "f.jpg", kind, visibility: "customer", orderId }),
      );
    for (const file of [await brought(customerOf(orderId), "document"), await brought(noor, "work-photo")])
      await expect(remove(noor, "opgeruimd", file.id)).rejects.toMatchObject({
        type: "orders/file-is-evidence",
      });
    expect(await named()).toContain(fileId);
  });
});
