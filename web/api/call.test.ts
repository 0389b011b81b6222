import { describe, expect, test } from "vitest";
import { z } from "zod";
import { endpoint, many } from "#platform/contract";
import { problemOf, urlOf } from "./call.ts";
import { newId } from "./newId.ts";

const rowsOf = endpoint({
  name: "orders.rowsOf",
  summary: "",
  method: "GET",
  path: "/orders/:orderId/rows",
  doors: ["office"],
  params: z.object({ orderId: z.string() }),
  query: z.object({
    status: many(z.string()).optional(),
    search: z.string().optional(),
    late: z.boolean().optional(),
  }),
  response: z.object({}),
});

describe("the address of a call", () => {
  test("fills the path and escapes it", () => {
    expect(urlOf(rowsOf, { orderId: "a/b c" })).toBe("/api/v1/orders/a%2Fb%20c/rows");
  });
  test("joins several values and leaves out what was not given", () => {
    const url = urlOf(rowsOf, { orderId: "1", status: ["planning", "scheduled"], search: "", late: false });
    expect(url).toBe("/api/v1/orders/1/rows?status=planning%2Cscheduled&late=false");
  });
  test("leaves out an empty list", () => {
    expect(urlOf(rowsOf, { orderId: "1", status: [] })).toBe("/api/v1/orders/1/rows");
  });
  test("refuses a path that misses a part", () => {
    expect(() => urlOf(rowsOf, { orderId: "" })).toThrow("orders.rowsOf: orderId is missing");
  });
});

describe("a problem", () => {
  test("keeps type, title, status and facts", async () => {
    const body = {
      type: "/problems/sales/quote-expired",
      title: "Expired",
      status: 409,
      expiresOn: "2026-11-01",
    };
    const problem = await problemOf(new Response(JSON.stringify(body), { status: 409 }));
    expect(problem).toMatchObject({
      type: "sales/quote-expired",
      title: "Expired",
      status: 409,
      facts: { expiresOn: "2026-11-01" },
    });
  });
  test("is made of an answer that is no problem+json", async () => {
    const problem = await problemOf(
      new Response("<h1>Bad gateway</h1>", { status: 502, statusText: "Bad Gateway" }),
    );
    expect(problem).toMatchObject({ type: "web/unexpected", status: 502, title: "Bad Gateway" });
  });
});

test("a new id is a UUIDv7 that sorts by time", () => {
  const [earlier, later] = [newId(1_790_000_000_000), newId(1_790_000_000_001)];
  expect(z.uuidv7().safeParse(earlier).success).toBe(true);
  expect(earlier < later).toBe(true);
});
