import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "../actor.ts";
import { tidyUp } from "../tidy.ts";
import { addUser } from "./actions/addUser.ts";
import { changeUser } from "./actions/changeUser.ts";
import { createApiKey } from "./actions/createApiKey.ts";
import { users } from "./queries/users.ts";
import { asAdmin, asHouse, cookieOf, type FrontDoor, openFrontDoor, password } from "./testing.ts";

const organizationId = "01990000-0000-7000-8000-000000000001";

let door: FrontDoor;
let { house, server, links, posts, me, aUser } = {} as FrontDoor;
beforeAll(async () => {
  door = await openFrontDoor();
  ({ house, server, links, posts, me, aUser } = door);
});
afterAll(() => door?.close());

describe("accounts", () => {
  test("are listed, invited and changed by administrators only", async () => {
    const { id, email } = await aUser({ role: "admin" });
    const admin = asAdmin(id);
    await house.settles();
    expect(links.some((link) => link.email === email && link.occasion === "invitation")).toBe(true);
    const { rows } = await house.asks(admin, users, { search: email });
    expect(rows).toMatchObject([{ id, email, role: "admin", secondFactor: false }]);
    const planner: Person = { ...admin, role: "internal", scopes: ["operations.*"] };
    await expect(house.asks(planner, users, {})).rejects.toMatchObject({ status: 403 });
    const input = { email: "x@example.com", name: "X", role: "internal" as const };
    await expect(house.does(planner, addUser, input)).rejects.toMatchObject({ status: 403 });
    const again = { email, name: "Twice", role: "internal" as const };
    await expect(house.does(admin, addUser, again)).rejects.toMatchObject({
      status: 422,
      facts: { errors: [{ pointer: "/email", problem: "has-account" }] },
    });
  });

  test("never get more than the one who gives holds", async () => {
    const { id } = await aUser({ role: "admin" });
    const other = await aUser();
    const keeper: Person = { ...asAdmin(other.id), role: "manager", scopes: ["admin.users"] };
    const change = (input: object) => house.does(keeper, changeUser, { userId: other.id, ...input });
    await expect(change({ role: "admin" })).rejects.toMatchObject({ status: 403 });
    await expect(change({ scopes: ["finance.approve"] })).rejects.toMatchObject({ status: 403 });
    await expect(house.does(keeper, changeUser, { userId: id, active: false })).rejects.toMatchObject({
      status: 403,
    });
    await expect(change({ scopes: ["sales.orders"] })).resolves.toEqual({ done: true });
    const external = { role: "external" as const, organizationId, scopes: ["admin.users"] };
    await expect(
      house.does(asAdmin(id), changeUser, { userId: other.id, ...external }),
    ).rejects.toMatchObject({
      type: "platform/scope-not-for-role",
    });
  });

  test("keep at least one administrator, also when two close each other at once", async () => {
    const { pool } = house.platform.database;
    await pool.query("update users set role = 'internal' where role = 'admin'");
    const a = await aUser({ role: "admin" });
    const b = await aUser({ role: "admin" });
    const results = await Promise.allSettled([
      house.does(asAdmin(a.id), changeUser, { userId: b.id, active: false }),
      house.does(asAdmin(b.id), changeUser, { userId: a.id, active: false }),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("the token endpoint", () => {
  test("gives an access token for form, JSON and basic credentials, and says no as the standard does", async () => {
    const made = await house.does(asHouse, createApiKey, { organizationId, name: "Nordvik", kind: "oauth2" });
    const form = `grant_type=client_credentials&client_id=${made.id}&client_secret=${made.key}`;
    const url = "/api/v1/oauth/token";
    const asForm = { "content-type": "application/x-www-form-urlencoded" };
    const first = await server.inject({ method: "POST", url, headers: asForm, payload: form });
    expect(first.json()).toMatchObject({
      token_type: "Bearer",
      expires_in: 3600,
      access_token: expect.stringMatching(/^cct_/),
    });
    const payload = { grant_type: "client_credentials", client_id: made.id, client_secret: made.key };
    expect((await server.inject({ method: "POST", url, payload })).statusCode).toBe(200);
    const authorization = `Basic ${Buffer.from(`${made.id}:${made.key}`).toString("base64")}`;
    const basic = { ...asForm, authorization };
    const third = await server.inject({
      method: "POST",
      url,
      headers: basic,
      payload: "grant_type=client_credentials",
    });
    expect(third.statusCode).toBe(200);
    const wrong = await server.inject({
      method: "POST",
      url,
      payload: { ...payload, client_secret: "cck_x" },
    });
    expect([wrong.statusCode, wrong.json().error]).toEqual([401, "invalid_client"]);
    const grant = await server.inject({ method: "POST", url, payload: { grant_type: "password" } });
    expect([grant.statusCode, grant.json().error]).toEqual([400, "unsupported_grant_type"]);
  });
});

describe("at night", () => {
  test("what has served its time is cleared away, and nothing else", async () => {
    const { email } = await aUser();
    const cookie = cookieOf(await posts("/identity/sign-in", { email, password }));
    await posts("/identity/sign-in", { email: "gone@example.com", password });
    house.clock.forward("PT20M");
    await posts("/identity/sign-in", { email: "fresh@example.com", password }, {}, "192.0.2.9");
    await house.works(asHouse, tidyUp.run);
    const { rows } = await house.platform.database.pool.query("select tries from sign_in_tries");
    expect(rows).toHaveLength(3);
    expect((await me(cookie)).statusCode).toBe(200);
  });
});
