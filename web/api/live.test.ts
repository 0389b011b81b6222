import { describe, expect, test } from "vitest";
import { touches } from "./live.ts";
import { readEvents } from "./readEvents.ts";

const streamOf = (...parts: string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });

const collect = async (...parts: string[]) => {
  const events = [];
  for await (const event of readEvents(streamOf(...parts))) events.push(event);
  return events;
};

describe("reading the stream", () => {
  test("puts together an event that arrives in pieces", async () => {
    expect(await collect("id: 7\nda", 'ta: {"a":1}\n', "\n")).toEqual([
      { id: "7", name: "message", data: '{"a":1}' },
    ]);
  });
  test("passes over comments and keeps named events", async () => {
    expect(await collect(": still here\n\n", "event: reload\ndata: {}\n\n")).toEqual([
      { name: "reload", data: "{}" },
    ]);
  });
});

describe("a message", () => {
  const message = { id: 1, name: "orders/orderPlanned", orderId: "order-1", recordId: null };
  test("touches an answer whose key names the order", () => {
    expect(touches(message, ["billing.invoicesOf", { orderId: "order-1" }], ["billing"])).toBe(true);
  });
  test("touches lists of its own capability and those that follow it", () => {
    expect(touches(message, ["orders.list", { status: "planning" }], ["orders"])).toBe(true);
    expect(touches(message, ["planning.today", {}], ["planning", "orders"])).toBe(true);
  });
  test("leaves other answers alone", () => {
    expect(touches(message, ["billing.invoicesOf", { orderId: "order-2" }], ["billing"])).toBe(false);
  });
});
