import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { automation, createServer } from "#platform";
import { type House, openHouse } from "#platform/testing";
import type { Person } from "../actor.ts";
import { tidyUp } from "../tidy.ts";
import { addUser } from "./actions/addUser.ts";
import { changeUser } from "./actions/changeUser.ts";
import { createApiKey } from "./actions/createApiKey.ts";
import { resetSecondFactor } from "./actions/resetSecondFactor.ts";
import { identity } from "./capability.ts";
import { createIdentify } from "./identify.ts";
import { users } from "./queries/users.ts";
import { addIdentityRoutes } from "./routes.ts";
import type { MagicLink } from "./signIn/links.ts";
import { setPassword } from "./signIn/passwords.ts";
import { codeAt, stepOf } from "./signIn/totp.ts";

const password = "a long enough sentence";
const organizationId = "01990000-0000-7000-8000-000000000001";
const house_ = automation("test");
const links: MagicLink[] = [];

let house: House;
let server: FastifyInstance;
beforeAll(async () => {
  const sendMagicLink = async (_work: unknown, link: MagicLink) => void links.push(link);
  house = await openHouse([identity], { services: { sendMagicLink } });
  const { platform } = house;
  server = await createServer(platform, {
    identify: createIdentify({ platform, reach: async (id) => [id] }),
    logLevel: "silent",
  });
  await addIdentityRoutes(server, {
    platform,
    frameOf: async () => ({ organizationName: "Zonneweide", businessEntities: [] }),
  });
});
afterAll(async () => {
  await server?.close();
  await house?.close();
});

const posts = (
  path: string,
  payload: object = {},
  headers: Record<string, string> = {},
  remoteAddress = "192.0.2.1",
) => server.inject({ method: "POST", url: `/api/v1${path}`, payload, headers, remoteAddress });

const cookieOf = (answer: LightMyRequestResponse) => {
  const [cookie] = answer.cookies.filter(({ name }) => name === "chargecars.session");
  return cookie ? `${cookie.name}=${encodeURIComponent(cookie.value)}` : "";
};

const me = (cookie: string) => server.inject({ url: "/api/v1/identity/me", headers: { cookie } });

let count = 0;
const aUser = async (
  more: { role?: Person["role"]; scopes?: string[]; organizationId?: string | null } = {},
) => {
  count += 1;
  const email = `person${count}@example.com`;
  const { id } = await house.does(house_, addUser, {
    email,
    name: `Person ${count}`,
    role: "internal",
    ...more,
  });
  await house.works(house_, (work) => setPassword(work, id, password));
  return { id, email };
};

const asAdmin = (userId: string): Person => ({
  kind: "person",
  userId,
  name: "Ada",
  role: "admin",
  scopes: [],
  organizationId: null,
  organizationIds: [],
  language: "nl",
});

describe("signing in with a password", () => {
  test("opens a session in a cookie that scripts and other sites cannot use", async () => {
    const { email } = await aUser();
    const answer = await posts("/identity/sign-in", { email: email.toUpperCase(), password });
    expect(answer.json()).toEqual({ outcome: "signed-in" });
    expect(answer.headers["set-cookie"]).toMatch(/HttpOnly; SameSite=Lax/);
    const person = await me(cookieOf(answer));
    expect(person.json()).toMatchObject({ email, organizationName: "Zonneweide", language: "nl" });
    const forged = cookieOf(answer).replace(/.{4}$/, "AAAA");
    expect((await me(forged)).statusCode).toBe(401);
  });

  test("gives the same answer for a wrong password, an unknown address and a closed account", async () => {
    const { email } = await aUser();
    const closed = await aUser();
    await house.does(house_, changeUser, { userId: closed.id, active: false });
    const answers = await Promise.all([
      posts("/identity/sign-in", { email, password: "wrong" }),
      posts("/identity/sign-in", { email: "nobody@example.com", password }),
      posts("/identity/sign-in", { email: closed.email, password }),
    ]);
    const told = answers.map((answer) => ({ ...answer.json(), instance: "" }));
    expect(answers[0]?.statusCode).toBe(401);
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
  });

  test("stops after five wrong tries for a quarter of an hour, known or not, also when they come at once", async () => {
    const { email } = await aUser();
    for (const account of [email, "unknown@example.com"]) {
      const tries = Array.from({ length: 12 }, () =>
        posts("/identity/sign-in", { email: account, password: "wrong" }),
      );
      const statuses = (await Promise.all(tries)).map((answer) => answer.statusCode);
      expect(statuses.filter((status) => status === 401)).toHaveLength(5);
      expect(statuses.filter((status) => status === 429)).toHaveLength(7);
    }
    expect((await posts("/identity/sign-in", { email, password })).statusCode).toBe(429);
    expect((await posts("/identity/sign-in", { email, password }, {}, "192.0.2.2")).statusCode).toBe(200);
    house.clock.forward("PT15M");
    expect((await posts("/identity/sign-in", { email, password })).statusCode).toBe(200);
  });

  test("ends at sign-out, and when the account is closed", async () => {
    const { id, email } = await aUser();
    const cookie = cookieOf(await posts("/identity/sign-in", { email, password }));
    const other = cookieOf(await posts("/identity/sign-in", { email, password }));
    expect((await posts("/identity/sign-out", {}, { cookie })).statusCode).toBe(200);
    expect((await me(cookie)).statusCode).toBe(401);
    expect((await me(other)).statusCode).toBe(200);
    await house.does(house_, changeUser, { userId: id, active: false });
    expect((await me(other)).statusCode).toBe(401);
  });

  test("refuses writes that another site sends along with the cookie", async () => {
    const { email } = await aUser();
    const cookie = cookieOf(await posts("/identity/sign-in", { email, password }));
    const answer = await posts("/identity/sign-out", {}, { cookie, "sec-fetch-site": "cross-site" });
    expect(answer.json()).toMatchObject({ status: 403, type: "/problems/platform/cross-site" });
  });

  test("ends other sessions when the password changes", async () => {
    const { email } = await aUser();
    const here = cookieOf(await posts("/identity/sign-in", { email, password }));
    const there = cookieOf(await posts("/identity/sign-in", { email, password }));
    const change = { newPassword: "another long sentence" };
    expect((await posts("/identity/password", change, { cookie: here })).statusCode).toBe(401);
    const answer = await posts(
      "/identity/password",
      { ...change, currentPassword: password },
      { cookie: here },
    );
    expect(answer.statusCode).toBe(200);
    expect((await me(here)).statusCode).toBe(200);
    expect((await me(there)).statusCode).toBe(401);
  });
});

describe("an authenticator app", () => {
  const withApp = async () => {
    const user = await aUser();
    const cookie = cookieOf(await posts("/identity/sign-in", { email: user.email, password }));
    const { uri } = (await posts("/identity/second-factor", {}, { cookie })).json<{ uri: string }>();
    const text = new URL(uri).searchParams.get("secret") ?? "";
    const bits = [...text].map((letter) =>
      "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
    );
    const secret = Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
    const code = () => codeAt(secret, stepOf(Date.parse(house.platform.now())));
    return { ...user, cookie, code };
  };

  test("is asked for from its first code on, and takes each code once", async () => {
    const { email, cookie, code } = await withApp();
    const early = await posts("/identity/sign-in", { email, password });
    expect(early.json()).toEqual({ outcome: "signed-in" });
    expect((await posts("/identity/second-factor/confirm", { totp: code() }, { cookie })).statusCode).toBe(
      200,
    );
    const half = await posts("/identity/sign-in", { email, password });
    expect(half.json()).toEqual({ outcome: "second-factor" });
    expect(half.cookies).toEqual([]);
    expect((await posts("/identity/sign-in", { email, password, totp: code() })).statusCode).toBe(401);
    house.clock.forward("PT30S");
    const whole = await posts("/identity/sign-in", { email, password, totp: code() });
    expect(whole.json()).toEqual({ outcome: "signed-in" });
    expect((await posts("/identity/second-factor", {}, { cookie })).statusCode).toBe(409);
  });

  test("is asked for after a mailed link too, and can be reset by an administrator", async () => {
    const { id, email, cookie, code } = await withApp();
    await posts("/identity/second-factor/confirm", { totp: code() }, { cookie });
    await house.settles();
    await posts("/identity/magic-link", { email, returnTo: "/orders" });
    await house.settles();
    const token = new URL(links.at(-1)!.url).searchParams.get("token");
    expect((await posts("/identity/sign-in-by-link", { token })).json()).toEqual({
      outcome: "second-factor",
    });
    await house.does(house_, resetSecondFactor, { userId: id });
    expect((await me(cookie)).statusCode).toBe(401);
    expect((await posts("/identity/sign-in-by-link", { token })).json()).toEqual({ outcome: "signed-in" });
  });
});

describe("a mailed link", () => {
  const ask = async (email: string, returnTo?: string) => {
    await house.settles();
    links.length = 0;
    const answer = await posts("/identity/magic-link", { email, returnTo });
    expect(answer.json()).toEqual({ done: true });
    await house.settles();
    return links.map(({ url }) => new URL(url).searchParams.get("token") ?? "");
  };

  test("signs in once", async () => {
    const { email } = await aUser();
    const [token] = await ask(email);
    const both = await Promise.all([1, 2].map(() => posts("/identity/sign-in-by-link", { token })));
    expect(both.map((answer) => answer.statusCode).toSorted()).toEqual([200, 401]);
  });

  test("is over after a quarter of an hour, and nobody unknown gets one", async () => {
    const { email } = await aUser();
    const [token] = await ask(email);
    house.clock.forward("PT15M");
    expect((await posts("/identity/sign-in-by-link", { token })).statusCode).toBe(401);
    expect(await ask("nobody.at.all@example.com")).toEqual([]);
  });

  test("leads to a page whose button signs in and goes on inside the platform only", async () => {
    const { email } = await aUser();
    for (const [returnTo, goesTo] of [
      ["/orders?view=mine", "/orders?view=mine"],
      ["//evil.example", "/"],
    ]) {
      const [token = ""] = await ask(email, returnTo);
      const page = await server.inject({ url: `/sign-in/link?token=${token}&language=nl` });
      expect(page.body).toContain("Doorgaan");
      const answer = await server.inject({
        method: "POST",
        url: "/sign-in/link",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: `token=${token}`,
      });
      expect([answer.statusCode, answer.headers.location]).toEqual([303, goesTo]);
      expect((await me(cookieOf(answer))).statusCode).toBe(200);
    }
    const script = await server.inject({ url: "/sign-in/link?token=%22%3E%3Cscript%3E" });
    expect(script.body).not.toContain("<script>");
  });
});

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
    await expect(house.does(admin, addUser, again)).rejects.toMatchObject({ status: 409 });
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
    const made = await house.does(house_, createApiKey, { organizationId, name: "Nordvik", kind: "oauth2" });
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
    await house.works(house_, tidyUp.run);
    const { rows } = await house.platform.database.pool.query("select tries from sign_in_tries");
    expect(rows).toHaveLength(3);
    expect((await me(cookie)).statusCode).toBe(200);
  });
});

describe("passkeys", () => {
  test("begin with a challenge for the person who is signed in", async () => {
    const { email } = await aUser();
    const cookie = cookieOf(await posts("/identity/sign-in", { email, password }));
    const root = "/api/v1/identity/passkeys/passkey";
    const options = await server.inject({ url: `${root}/generate-register-options`, headers: { cookie } });
    expect(options.json()).toMatchObject({ rp: { id: "localhost" }, user: { name: email } });
    const anyone = await server.inject({ url: `${root}/generate-register-options` });
    expect(anyone.statusCode).toBe(401);
    const signIn = await server.inject({ url: `${root}/generate-authenticate-options` });
    expect(signIn.json()).toMatchObject({ rpId: "localhost", challenge: expect.any(String) });
  });
});
