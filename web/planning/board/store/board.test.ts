import { describe, expect, test } from "vitest";
import type { PlanBoard, PlanDay, PlanPlace, PlanVisit } from "#planning/contract";
import { leftByCrews, publishFacts } from "../dialogs/publishFacts.ts";
import { filtered, foundOnBoard, noFilter } from "../pool/poolFilter.ts";
import { loadByRegion, skillGaps } from "../side/loadOf.ts";
import { termsOf } from "../side/termsOf.ts";
import { afterAt, drivesOf } from "../timeline/dayLayout.ts";
import { nextInWeek, nextOnDay } from "../timeline/focusOrder.ts";
import { makeBoardStore } from "./boardStore.ts";
import { goingCrews, poolOf } from "./derived.ts";
import { stateOf } from "./state.ts";

const monday = "2026-03-09";
const tuesday = "2026-03-10";

const place = (crewId: string, start: number, on = monday): PlanPlace => ({
  crewId,
  on,
  part: start < 720 ? "morning" : "afternoon",
  start,
  isPinned: false,
});

const visit = (id: string, facts: Partial<PlanVisit> = {}): PlanVisit => ({
  id,
  number: `VST-${id}`,
  orderId: `order-${id}`,
  orderNumber: `CC-${id}`,
  businessEntity: "chargecars",
  customerName: `Klant ${id}`,
  place: "Utrecht",
  postalCode: "3511AB",
  latitude: 52.1,
  longitude: 5.1,
  kind: "installation",
  status: "planned",
  minutes: 120,
  skills: [],
  priority: 3,
  mustDo: false,
  wishedPart: null,
  linkedToId: null,
  linkKind: null,
  isFirm: false,
  isLocked: false,
  at: null,
  ends: null,
  travelMinutes: null,
  inForce: null,
  isChanged: false,
  terms: [],
  breaches: [],
  ...facts,
});

const day = (crewId: string, name: string, visitIds: string[], on = monday): PlanDay => ({
  crewId,
  on,
  name,
  vanId: `van of ${crewId}`,
  van: `Bus of ${crewId}`,
  depotName: "Nijkerk",
  members: [],
  crewInForce: null,
  isNew: false,
  skills: ["digging"],
  opens: 480,
  closes: 1020,
  idle: [],
  maxJobs: null,
  latitude: 52,
  longitude: 5,
  endLatitude: 52,
  endLongitude: 5,
  visitIds,
  backAt: 900,
  travelMinutes: 60,
  workMinutes: 240,
  overtimeMinutes: 0,
  terms: [],
  breaches: [],
});

const score = {
  total: 0,
  visits: 5,
  planned: 4,
  priorityPlanned: 0,
  priorityAll: 0,
  travelMinutes: 0,
  overtimeMinutes: 0,
  breaches: 0,
  moved: 0,
  customersToCall: 0,
  crewsChanged: 0,
};

const plan = (facts: Partial<PlanBoard> = {}): PlanBoard => ({
  id: "plan",
  name: "Week 11",
  from: monday,
  until: "2026-03-15",
  status: "draft",
  revision: 1,
  madeBy: "Noor",
  createdAt: "2026-03-01T08:00:00.000Z",
  updatedAt: "2026-03-01T08:00:00.000Z",
  changes: 0,
  repair: null,
  score,
  days: [day("c2", "Ploeg 2", ["c"]), day("c1", "Ploeg 1", ["a", "b"]), day("c10", "Ploeg 10", [])].concat(
    day("t1", "Ploeg 1", ["d"], tuesday),
  ),
  visits: [
    visit("a", { at: place("c1", 500), travelMinutes: 20 }),
    visit("b", { at: place("c1", 660), travelMinutes: 15 }),
    visit("c", { at: place("c2", 640), travelMinutes: 30 }),
    visit("d", { at: place("t1", 500, tuesday), isLocked: true }),
    visit("e", { skills: ["three_phase_electrical"], mustDo: true }),
  ],
  crewsOut: [],
  crewsThatGo: [],
  undo: null,
  redo: null,
  run: null,
  ...facts,
});

const stateWith = (facts: Partial<PlanBoard> = {}) => stateOf(plan(facts));

describe("a move on the board", () => {
  test("shows at once, and leaves the visits of other crews the same objects", () => {
    const store = makeBoardStore(plan());
    const before = store.get();
    store.begin({ visitIds: ["a"], to: { crewId: "c10", afterId: null } });
    const after = store.get();
    expect(after.days.get("c1")?.visitIds).toEqual(["b"]);
    expect(after.visits.get("a")?.at).toMatchObject({ crewId: "c10", on: monday });
    expect(after.visits.get("c")).toBe(before.visits.get("c"));
    expect(after.days.get("c2")).toBe(before.days.get("c2"));
    expect(store.knownPlace("a")).toMatchObject({ crewId: "c1" });
  });

  test("of several visits keeps their order, and pushes later ones on", () => {
    const store = makeBoardStore(plan());
    store.begin({ visitIds: ["a", "e"], to: { crewId: "c2", afterId: null } });
    const { days, visits } = store.get();
    expect(days.get("c2")?.visitIds).toEqual(["a", "e", "c"]);
    const starts = ["a", "e", "c"].map((id) => visits.get(id)!.at!.start);
    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
  });

  test("leaves what has begun where it is", () => {
    const store = makeBoardStore(plan());
    store.begin({ visitIds: ["d"], to: null });
    expect(store.get().visits.get("d")?.at).not.toBeNull();
  });

  test("goes back when it is refused, while the move after it stays", () => {
    const store = makeBoardStore(plan());
    const first = { visitIds: ["a"], to: null };
    store.begin(first);
    store.begin({ visitIds: ["c"], to: null });
    store.takeBack(first);
    expect(poolOf(store.get()).map(({ id }) => id)).toEqual(["e", "c"]);
  });

  test("gives way to the server's answer, and an older answer changes nothing", () => {
    const store = makeBoardStore(plan());
    const move = { visitIds: ["e"], to: { crewId: "c10" } };
    store.begin(move);
    const at = place("c10", 540);
    store.settle(
      {
        revision: 2,
        score,
        days: [day("c10", "Ploeg 10", ["e"])],
        gone: [],
        visits: [visit("e", { at })],
        undo: { kind: "move", madeBy: "Noor", count: 1 },
        redo: null,
      },
      move,
    );
    expect(store.get().visits.get("e")?.at).toEqual(at);
    store.replace(plan());
    expect(store.get().visits.get("e")?.at).toEqual(at);
  });
});

describe("arrow keys", () => {
  test("go along the route and to the crew above or below at about that time", () => {
    const state = stateWith();
    expect(nextOnDay(state, "a", "right")).toBe("b");
    expect(nextOnDay(state, "b", "right")).toBeUndefined();
    expect(nextOnDay(state, "c", "up")).toBe("b");
    expect(nextOnDay(state, "a", "down")).toBe("c");
  });
  test("go down the cards of a day and on to the next crew, and across to another day", () => {
    const days = [monday, tuesday];
    expect(nextInWeek(stateWith(), days, "b", "down")).toBe("c");
    expect(nextInWeek(stateWith(), days, "b", "right")).toBe("d");
    expect(nextInWeek(stateWith(), days, "d", "left")).toBe("a");
  });
});

describe("a day as a line", () => {
  const state = stateWith();
  const visits = ["a", "b"].map((id) => state.visits.get(id)!);
  test("has the drives before the visits and the way back", () => {
    expect(drivesOf(state.days.get("c1")!, visits)).toEqual([
      { from: 480, until: 500 },
      { from: 620, until: 635 },
      { from: 780, until: 900 },
    ]);
  });
  test("drops after the visit whose middle is passed", () => {
    expect(afterAt(visits, 500, new Set())).toBeNull();
    expect(afterAt(visits, 600, new Set())).toBe("a");
    expect(afterAt(visits, 1000, new Set(["b"]))).toBe("a");
  });
});

describe("what stands beside the board", () => {
  test("names skills that no crew has, with the visits that ask them", () => {
    expect(skillGaps(stateWith())).toEqual([{ skill: "three_phase_electrical", visitIds: ["e"] }]);
  });
  test("counts every visit in one region", () => {
    expect(loadByRegion(stateWith())).toEqual([{ region: "35", planned: 4, waiting: 1, minutes: 600 }]);
  });
  test("adds the terms of visits and days up by kind", () => {
    const terms = [{ term: "travel" as const, cost: 40 }];
    const state = stateWith({
      visits: [visit("a", { terms }), visit("b", { terms })],
      days: [{ ...day("c1", "Ploeg 1", []), terms: [{ term: "way_back", cost: 7 }] }],
    });
    expect(termsOf(state)).toEqual([
      { term: "travel", cost: 80 },
      { term: "way_back", cost: 7 },
    ]);
  });
  test("finds waiting visits by words, skill and wish", () => {
    const waiting = [visit("1", { customerName: "José Bos", wishedPart: "morning" }), visit("2")];
    expect(filtered(waiting, { ...noFilter, search: "jose utrecht" })).toHaveLength(1);
    expect(filtered(waiting, { ...noFilter, wish: "morning" })).toHaveLength(1);
    expect(filtered(waiting, { ...noFilter, mustDo: true })).toHaveLength(0);
  });
  test("finds visits on the board by words, as they come in the week", () => {
    const known = [
      visit("tue", { customerName: "José Bos", at: place("c1", 500, tuesday) }),
      visit("noon", { customerName: "Bos", at: place("c1", 720) }),
      visit("early", { customerName: "Bos", at: place("c2", 480) }),
      visit("waits", { customerName: "Bos" }),
    ];
    const all = new Map(known.map((each) => [each.id, each]));
    expect(foundOnBoard(all, "bos").map(({ id }) => id)).toEqual(["early", "noon", "tue"]);
    expect(foundOnBoard(all, "jose bos")).toHaveLength(1);
    expect(foundOnBoard(all, "b")).toEqual([]);
  });
});

describe("publishing", () => {
  test("tells only customers whose known day or part becomes another", () => {
    const inForce = place("c1", 500);
    const changed = { isChanged: true, isFirm: true, inForce };
    const facts = publishFacts([
      visit("later", { ...changed, at: place("c1", 540) }),
      visit("otherCrew", { ...changed, at: place("c2", 500) }),
      visit("otherDay", { ...changed, at: place("t1", 500, tuesday) }),
      visit("freed", { ...changed, at: null }),
      visit("fresh", { isChanged: true, at: place("c1", 800) }),
    ]);
    const ids = (visits: readonly PlanVisit[]) => visits.map(({ id }) => id);
    expect(ids(facts.shifted)).toEqual(["later"]);
    expect(ids(facts.moved)).toEqual(["otherCrew", "otherDay"]);
    expect(ids(facts.told)).toEqual(["otherDay", "freed"]);
    expect(ids(facts.planned)).toEqual(["fresh"]);
    expect(ids(facts.freed)).toEqual(["freed"]);
  });

  test("names the crews that go with it, but for those that somebody or something is on again", () => {
    const crewsThatGo = [
      { id: "c10", name: "Ploeg 10", on: monday },
      { id: "c1", name: "Ploeg 1", on: monday },
      { id: "empty", name: "Ploeg 4", on: monday },
    ];
    expect(goingCrews(stateWith({ crewsThatGo })).map(({ id }) => id)).toEqual(["c10", "empty"]);
  });
  test("names what goes to the pool because its crew does not go out, until the draft has the crew again", () => {
    const ill = { id: "ill", name: "Ploeg 3", on: monday, why: "nobody" as const };
    const state = stateWith({ crewsOut: [ill] });
    const left = visit("left", { isChanged: true, inForce: place("ill", 500) });
    const taken = visit("taken", { isChanged: true, inForce: place("c1", 500) });
    expect(leftByCrews(state, [left, taken])).toEqual([{ crew: ill, visits: [left] }]);
    const back = stateWith({ crewsOut: [ill], days: [day("ill", "Ploeg 3", [])] });
    expect(leftByCrews(back, [left, taken])).toEqual([]);
  });
});
