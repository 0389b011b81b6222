import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { automation, inTransaction, sealAudit } from "#platform";
import type { InputOf } from "#platform/contract";
import { type House, openHouse } from "#platform/testing";
import { ada, noor } from "../../../tests/cast.ts";
import { auditLines } from "./auditLines.ts";
import { desk } from "./capability.ts";
import type { desk as contract } from "./contract.ts";
import { deadJobs, tryAgain } from "./deadJobs.ts";

const anna = "0190f000-0000-7000-8000-00000000a22a";

let house: House;
beforeAll(async () => {
  const customerNames = () => Promise.resolve(new Map([[anna, "Anna Aardema"]]));
  house = await openHouse([desk], { services: { customerNames } });
});
afterAll(() => house.close());

describe("the audit log", () => {
  test("is read newest first, and says what is sealed", async () => {
    await house.works(automation("first"), async ({ note }) => note({ recordType: "thing" }));
    await sealAudit(house.platform.database.db);
    await house.works(noor, async ({ note }) => note({ recordType: "thing", reason: "50% off" }));
    const { rows } = await house.asks(ada, auditLines, {});
    expect(rows.map((row) => [row.actorName, row.sealed])).toEqual([
      [noor.name, false],
      ["first", true],
    ]);
    const found = await house.asks(ada, auditLines, { search: "noor", actorKind: ["person"] });
    expect(found.rows).toHaveLength(1);
    expect((await house.asks(ada, auditLines, { search: "%" })).rows).toHaveLength(0);
  });

  test("is filtered by action, and searched by the actions somebody means", async () => {
    const { platform } = house;
    for (const action of ["sales.sendQuote", "orders/order-moved > sales/follow-order", "platform/tidy"])
      await inTransaction(platform, { action, actor: automation("x") }, async ({ note }) =>
        note({ recordType: "thing" }),
      );
    const actionsOf = async (given: Partial<InputOf<typeof contract.auditLines>>) =>
      (await house.asks(ada, auditLines, given)).rows.map(({ action }) => action).toSorted();
    expect(await actionsOf({ action: ["sales.sendQuote", "platform.tidy"] })).toEqual([
      "platform/tidy",
      "sales.sendQuote",
    ]);
    expect(await actionsOf({ search: "offerte", searchActions: ["sales.follow-order"] })).toEqual([
      "orders/order-moved > sales/follow-order",
    ]);
    expect(await actionsOf({ search: "follow", searchActions: ["platform.tidy"] })).toEqual([
      "orders/order-moved > sales/follow-order",
      "platform/tidy",
    ]);
    expect(await actionsOf({ search: "offerte" })).toEqual([]);
  });

  test("names the customer behind a link as far as known, and keeps only the id", async () => {
    const link = {
      kind: "customer" as const,
      purpose: "quote",
      linkId: crypto.randomUUID(),
      organizationId: null,
    };
    for (const contactId of [anna, null])
      await house.works({ ...link, orderId: crypto.randomUUID(), contactId }, async ({ note }) =>
        note({ recordType: "visit" }),
      );
    const { rows } = await house.asks(ada, auditLines, { actorKind: ["customer"] });
    expect(rows.map(({ actorName }) => actorName)).toEqual([null, "Anna Aardema"]);
    const kept = await house.platform.database.db
      .selectFrom("auditLines")
      .select("actorName")
      .where("actorId", "=", anna)
      .execute();
    expect(kept).toEqual([{ actorName: null }]);
  });

  test("is not for everybody", async () => {
    await expect(house.asks(noor, auditLines, {})).rejects.toMatchObject({ status: 403 });
  });
});

describe("work that keeps failing", () => {
  test("waits for a person and is tried again on request, once", async () => {
    const { db } = house.platform.database;
    const dead = { kind: "test/fails", payload: "{}", status: "dead", attempts: 8, lastError: "no answer" };
    const at = house.platform.now();
    await db
      .insertInto("jobs")
      .values({ ...dead, runAt: at, createdAt: at })
      .execute();
    const { rows } = await house.asks(ada, deadJobs, {});
    expect(rows).toMatchObject([{ kind: "test/fails", lastError: "no answer" }]);
    await expect(house.does(noor, tryAgain, { jobId: rows[0]!.id })).rejects.toMatchObject({ status: 403 });
    await house.does(ada, tryAgain, { jobId: rows[0]!.id });
    expect((await house.asks(ada, deadJobs, {})).rows).toHaveLength(0);
    await expect(house.does(ada, tryAgain, { jobId: rows[0]!.id })).rejects.toMatchObject({ status: 404 });
  });
});
