import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FrontDoor, openFrontDoor, password } from "./testing.ts";

let door: FrontDoor;
beforeAll(async () => {
  door = await openFrontDoor();
});
afterAll(() => door?.close());

const lastLines = (count: number) =>
  door.house.platform.database.db
    .selectFrom("auditLines")
    .select(["action", "actorKind", "actorId", "actorName", "recordType", "recordId", "address"])
    .orderBy("id", "desc")
    .limit(count)
    .execute();
const nameOf = async (id: string) => {
  const { db } = door.house.platform.database;
  return (await db.selectFrom("users").select("name").where("id", "=", id).executeTakeFirstOrThrow()).name;
};
const signsIn = (email: string, shown = password) =>
  door.posts("/identity/sign-in", { email, password: shown });

describe("the audit log", () => {
  test("names who signed in, and from where", async () => {
    const { id, email } = await door.aUser();
    expect((await signsIn(email)).statusCode).toBe(200);
    expect(await lastLines(1)).toEqual([
      {
        action: "identity.signIn",
        actorKind: "person",
        actorId: id,
        actorName: await nameOf(id),
        recordType: "user",
        recordId: id,
        address: "192.0.2.1",
      },
    ]);
  });

  test("counts somebody of a partner among the partners", async () => {
    const organizationId = crypto.randomUUID();
    const { id, email } = await door.aUser({ role: "external", organizationId });
    await signsIn(email);
    expect(await lastLines(1)).toMatchObject([{ actorKind: "partner", actorId: id }]);
  });

  test("names whose account was tried, as somebody who was not signed in", async () => {
    const { id, email } = await door.aUser();
    expect((await signsIn(email, "not this one")).statusCode).toBe(401);
    expect(await lastLines(1)).toMatchObject([
      { action: "identity.signInRefused", actorKind: "customer", actorId: null, actorName: await nameOf(id) },
    ]);
    expect(await lastLines(1)).toMatchObject([{ recordType: "user", recordId: id, address: "192.0.2.1" }]);
  });

  test("keeps nothing of an address that nobody has", async () => {
    expect((await signsIn("stranger@example.com")).statusCode).toBe(401);
    expect(await lastLines(1)).toEqual([
      {
        action: "identity.signInRefused",
        actorKind: "customer",
        actorId: null,
        actorName: null,
        recordType: null,
        recordId: null,
        address: "192.0.2.1",
      },
    ]);
  });
});
