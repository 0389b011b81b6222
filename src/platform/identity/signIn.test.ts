import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeUser } from "./actions/changeUser.ts";
import { resetSecondFactor } from "./actions/resetSecondFactor.ts";
import { codeAt, stepOf } from "./signIn/totp.ts";
import { countAsk, countTry } from "./signIn/tries.ts";
import { asHouse, cookieOf, type FrontDoor, openFrontDoor, password } from "./testing.ts";

let door: FrontDoor;
let { house, server, links, posts, me, aUser } = {} as FrontDoor;
beforeAll(async () => {
  door = await openFrontDoor();
  ({ house, server, links, posts, me, aUser } = door);
});
afterAll(() => door?.close());

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
    await house.does(asHouse, changeUser, { userId: closed.id, active: false });
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

  test("stays open to an address behind which many come in, and closes after a hundred wrong tries", async () => {
    const { email } = await aUser();
    const from = "192.0.2.30";
    for (let wrong = 0; wrong < 99; wrong += 1) await countTry(house.platform, `nobody ${wrong}`, from);
    const comesIn = () => posts("/identity/sign-in", { email, password }, {}, from);
    const right = [await comesIn(), await comesIn(), await comesIn()];
    expect(right.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    await posts("/identity/magic-link", { email });
    await house.settles();
    const token = new URL(links.at(-1)!.url).searchParams.get("token");
    const byLink = () => posts("/identity/sign-in-by-link", { token }, {}, from);
    expect((await byLink()).statusCode).toBe(200);
    expect((await byLink()).statusCode).toBe(401);
    expect((await comesIn()).json()).toMatchObject({ type: "/problems/platform/too-many-tries" });
  });

  test("stays open to an office that asks for a hundred mailed links, of which few go to one person", async () => {
    const { email } = await aUser();
    const from = "192.0.2.33";
    for (let asked = 0; asked < 100; asked += 1) await countAsk(house.platform, `nobody ${asked}`, from);
    const asks = async (address: string) =>
      (await posts("/identity/magic-link", { email }, {}, address)).statusCode;
    expect(await asks(from)).toBe(200);
    expect((await posts("/identity/sign-in", { email, password }, {}, from)).statusCode).toBe(200);
    for (let times = 0; times < 4; times += 1) expect(await asks(from)).toBe(200);
    expect(await asks(from)).toBe(429);
    for (let times = 0; times < 5; times += 1) await asks("192.0.2.34");
    expect(await asks("192.0.2.35")).toBe(429);
  });

  test("ends at sign-out, and when the account is closed", async () => {
    const { id, email } = await aUser();
    const cookie = cookieOf(await posts("/identity/sign-in", { email, password }));
    const other = cookieOf(await posts("/identity/sign-in", { email, password }));
    expect((await posts("/identity/sign-out", {}, { cookie })).statusCode).toBe(200);
    expect((await me(cookie)).statusCode).toBe(401);
    expect((await me(other)).statusCode).toBe(200);
    await house.does(asHouse, changeUser, { userId: id, active: false });
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

const withApp = async () => {
  const user = await aUser();
  const cookie = cookieOf(await posts("/identity/sign-in", { email: user.email, password }));
  const { uri } = (await posts("/identity/second-factor", {}, { cookie })).json<{ uri: string }>();
  const text = new URL(uri).searchParams.get("secret") ?? "";
  const bits = Array.from(text, (letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  const secret = Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const code = () => codeAt(secret, stepOf(Date.parse(house.platform.now())));
  return { ...user, cookie, code };
};

describe("an authenticator app", () => {
  test("is asked for from its first code on, and takes each code once", async () => {
    const { email, cookie, code } = await withApp();
    const early = await posts("/identity/sign-in", { email, password });
    expect(early.json()).toEqual({ outcome: "signed-in" });
    expect((await posts("/identity/second-factor/confirm", { totp: code() }, { cookie })).statusCode).toBe(
      200,
    );
    const from = "192.0.2.31";
    for (let wrong = 0; wrong < 99; wrong += 1) await countTry(house.platform, `nobody ${wrong}`, from);
    // To be asked for a code is no failure.
    await posts("/identity/sign-in", { email, password }, {}, from);
    const half = await posts("/identity/sign-in", { email, password }, {}, from);
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
    await house.does(asHouse, resetSecondFactor, { userId: id });
    expect((await me(cookie)).statusCode).toBe(401);
    expect((await posts("/identity/sign-in-by-link", { token })).json()).toEqual({ outcome: "signed-in" });
  });
});

describe("recovery codes", () => {
  const withCodes = async () => {
    const user = await withApp();
    const answer = await posts(
      "/identity/second-factor/confirm",
      { totp: user.code() },
      { cookie: user.cookie },
    );
    const { recoveryCodes } = answer.json<{ recoveryCodes: string[] }>();
    return { ...user, recoveryCodes };
  };
  const left = async (cookie: string) =>
    (await server.inject({ url: "/api/v1/identity/second-factor", headers: { cookie } })).json<unknown>();

  test("come once, with the first code of the app, and are kept as hashes only", async () => {
    const { id, cookie, recoveryCodes } = await withCodes();
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes.every((code) => /^\d{5}-\d{5}$/.test(code))).toBe(true);
    expect(await left(cookie)).toEqual({ on: true, recoveryCodesLeft: 10 });
    const { rows } = await house.platform.database.pool.query(
      "select * from recovery_codes where user_id = $1",
      [id],
    );
    const kept = rows.map((row) => `${JSON.stringify(row)} ${row.hash.toString("latin1")}`).join();
    for (const code of recoveryCodes) {
      expect(kept).not.toContain(code);
      expect(kept).not.toContain(code.replace("-", ""));
    }
  });

  test("sign in without the app, each once, also when two use one at once", async () => {
    const { email, cookie, recoveryCodes } = await withCodes();
    const [first = "", second = ""] = recoveryCodes;
    const signIn = (totp: string) => posts("/identity/sign-in", { email, password, totp });
    expect((await signIn("00000-00000")).statusCode).toBe(401);
    expect((await signIn(first)).json()).toEqual({ outcome: "signed-in" });
    expect((await signIn(first)).statusCode).toBe(401);
    const both = await Promise.all([1, 2].map(() => signIn(second.replace("-", " "))));
    expect(both.map((answer) => answer.statusCode).toSorted((a, b) => a - b)).toEqual([200, 401]);
    expect(await left(cookie)).toEqual({ on: true, recoveryCodesLeft: 8 });
  });

  test("of somebody else do not count", async () => {
    const [anna, other] = [await withCodes(), await withCodes()];
    const totp = other.recoveryCodes[0];
    expect((await posts("/identity/sign-in", { email: anna.email, password, totp })).statusCode).toBe(401);
  });

  test("are made anew with a code of the app, and then the former ones are over", async () => {
    const { email, cookie, code, recoveryCodes } = await withCodes();
    const renew = (totp: string) => posts("/identity/second-factor/recovery-codes", { totp }, { cookie });
    expect((await renew(recoveryCodes[0] ?? "")).statusCode).toBe(422);
    house.clock.forward("PT30S");
    const renewed = (await renew(code())).json<{ recoveryCodes: string[] }>().recoveryCodes;
    expect(renewed).toHaveLength(10);
    const signIn = (totp: string | undefined) => posts("/identity/sign-in", { email, password, totp });
    expect((await signIn(recoveryCodes[0])).statusCode).toBe(401);
    expect((await signIn(renewed[0])).json()).toEqual({ outcome: "signed-in" });
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
    expect(both.map((answer) => answer.statusCode).toSorted((a, b) => a - b)).toEqual([200, 401]);
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
