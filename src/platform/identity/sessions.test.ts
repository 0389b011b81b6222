import { createHmac } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sessionToken } from "./sessions.ts";

const sessionSecret = "a secret of this house";
const platform = { services: { baseUrl: "http://localhost", identity: { sessionSecret } } } as never;
const token = "a-token-of-a-session";
const signature = createHmac("sha256", sessionSecret).update(token).digest("base64");
const read = (value: string) => sessionToken({ cookies: { "chargecars.session": value } } as never, platform);

const kept: string[] = [];
beforeEach(() => {
  kept.length = 0;
  const set = Map.prototype.set;
  vi.spyOn(Map.prototype, "set").mockImplementation(function (this: Map<unknown, unknown>, key, value) {
    if (value === token) kept.push(String(key));
    return set.call(this, key, value);
  });
});
afterEach(() => vi.restoreAllMocks());

test("a right cookie is remembered once, and a wrong one never", () => {
  const cookie = `${token}.${signature}`;
  for (let times = 0; times < 3; times += 1) expect(read(cookie)).toBe(token);
  expect(read(`${token}.${signature.replace(/^.{4}/, "AAAA")}`)).toBeNull();
  expect(kept).toEqual([cookie]);
});

test("other spellings of a right cookie are good, but what is far longer than ours takes no room", () => {
  const spelled = `${token}.${"!".repeat(10_000)}${signature}`;
  expect(read(spelled)).toBe(token);
  expect(kept).toEqual([]);
});
