import { describe, expect, test } from "vitest";
import { capabilities } from "../src/main/house.ts";
import { actionsLike, actionWord, namedActions } from "../web/settings/actions/actionWord.ts";

/** Under which names the house writes in its audit log: calls that change something, listeners, and work for later or by the clock. */
const written = capabilities.flatMap(
  ({ routes, endpoints = [], listeners = [], jobs = [], recurring = [] }) => [
    ...routes.filter(({ type }) => type === "action").map(({ endpoint }) => endpoint.name),
    ...endpoints.filter(({ method }) => method !== "GET").map(({ name }) => name),
    ...listeners.map(({ name }) => name),
    ...jobs.map(({ kind }) => kind),
    ...recurring.map(({ name }) => name),
  ],
);

describe("an action in words", () => {
  test.each(["nl", "en"] as const)("is there for everything the house can do (%s)", (language) => {
    expect(written.length).toBeGreaterThan(150);
    expect(written.filter((action) => !actionWord(action, language))).toEqual([]);
  });

  test("is told apart from every other within its capability", () => {
    for (const language of ["nl", "en"] as const) {
      const told = namedActions().map((name) => `${name.split(".")[0]} ${actionWord(name, language)}`);
      expect(told.filter((each, index) => told.indexOf(each) !== index)).toEqual([]);
    }
  });

  test("is written for nothing the house does not do", () => {
    const known = new Set(written.map((action) => action.split(" > ").at(-1)?.replace("/", ".")));
    const asides = [
      "first start",
      "manage user add",
      "manage demo",
      "demo",
      "identity.signInRefused",
      "identity.signInByPasskey",
      "identity.addPasskey",
      "identity.removePasskey",
      "billing.paymentNotice",
      "billing.invoicePdf",
      "sales.quotePdf",
    ];
    expect(namedActions().filter((name) => !known.has(name) && !asides.includes(name))).toEqual([]);
  });

  test("says what a listener does, whatever it answered", () => {
    expect(actionWord("orders/order-created > sales/begin-intake", "nl")).toBe(
      "Vragenlijst gestart voor nieuwe order",
    );
    expect(actionWord("something.new", "nl")).toBeUndefined();
  });

  test("is found by a part of it", () => {
    expect(actionsLike("gefactureerd", "nl")).toContain("billing.checkOrder");
    expect(actionsLike("Invoiced", "en")).toContain("billing.invoice-finished-order");
    expect(actionsLike(" ", "nl")).toEqual([]);
  });
});
