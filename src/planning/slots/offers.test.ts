import { describe, expect, test } from "vitest";
import { type DayPart, offeredParts, windowOf } from "./dayPart.ts";
import type { Demand } from "./demand.ts";
import { bestInsertion } from "./insertion.ts";
import { fitByMoving, fitsOn, offerRules, offersIn } from "./offers.ts";
import { type CrewDay, type Route, routeOf, type Stop } from "./route.ts";

/** The same numbers every time. */
const randomFrom = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};

const nijkerk = { latitude: 52.22, longitude: 5.49 };
const placeNear = (random: () => number) => ({
  latitude: 51.9 + random() * 0.7,
  longitude: 4.9 + random() * 1.1,
});

const aDay = (over: Partial<CrewDay> = {}): CrewDay => ({
  crewId: "a",
  on: "2026-03-10",
  starts: 450,
  ends: 1020,
  depot: nijkerk,
  skills: ["three_phase"],
  stops: [],
  isWorkday: true,
  ...over,
});
const demand = (over: Partial<Demand> = {}): Demand => ({
  visitId: "new",
  place: nijkerk,
  minutes: 120,
  skills: ["three_phase"],
  ...over,
});
/** A visit that stands on a day and that nobody was told about. */
const movable = (visitId: string, part: DayPart, over: Partial<Demand> = {}): Stop => {
  const asks = demand({ visitId, ...over });
  return { visitId, place: asks.place, minutes: asks.minutes, ...windowOf[part], movable: asks };
};

/** The same with a customer who knows. */
const asFirm = ({ visitId, place, minutes, earliest, latest }: Stop): Stop => ({
  visitId,
  place,
  minutes,
  earliest,
  latest,
});

const randomDays = (random: () => number, days = 6): CrewDay[] =>
  Array.from({ length: days }, (_, index) => {
    const day = aDay({ crewId: `c${index}`, on: `2026-03-${10 + (index % 3)}` });
    const stops: Stop[] = [];
    for (let nth = 0; nth < 5; nth += 1) {
      const part = offeredParts[Math.floor(random() * 2)]!;
      const asks = { place: placeNear(random), minutes: 60 + Math.floor(random() * 12) * 10 };
      const stop = movable(`${index}.${nth}`, part, asks);
      const tried = [...stops, random() < 0.5 ? stop : asFirm(stop)].toSorted(
        (a, b) => a.earliest - b.earliest,
      );
      if (routeOf(day, tried)) stops.splice(0, stops.length, ...tried);
    }
    return { ...day, stops };
  });

/** Every place tried by driving the whole day, as slow as it is certain. */
const byDriving = (day: CrewDay, stop: Stop): number | null => {
  const routes = Array.from({ length: day.stops.length + 1 }, (_, position) =>
    routeOf(day, day.stops.toSpliced(position, 0, stop)),
  ).filter((route) => route !== null);
  return routes.length > 0 ? routes.length : null;
};

describe("a day that is asked many times", () => {
  test("takes exactly what driving the whole day would take", () => {
    const random = randomFrom(7);
    let taken = 0;
    for (let turn = 0; turn < 400; turn += 1) {
      const [day] = randomDays(random, 1);
      const minutes = 30 + Math.floor(random() * 300);
      const window = windowOf[offeredParts[turn % 2]!];
      const stop = { visitId: "x", place: placeNear(random), minutes, ...window };
      const found = bestInsertion(day!, stop);
      expect(found !== null).toBe(byDriving(day!, stop) !== null);
      if (found) taken += 1;
    }
    expect(taken).toBeGreaterThan(20);
    expect(taken).toBeLessThan(350);
  });
});

describe("what a visit asks", () => {
  const days = [aDay(), aDay({ crewId: "b", on: "2026-03-11" }), aDay({ crewId: "c", on: "2026-03-12" })];
  const offered = (over: Partial<Demand>) =>
    offersIn(days, demand(over)).map(({ on, part }) => `${on} ${part}`);

  test("holds for every offer: first and last day, half day, exact windows", () => {
    expect(offered({})).toHaveLength(6);
    expect(offered({ notBefore: "2026-03-11", notAfter: "2026-03-11" })).toEqual([
      "2026-03-11 morning",
      "2026-03-11 afternoon",
    ]);
    expect(offered({ wishedPart: "afternoon", notBefore: "2026-03-12" })).toEqual(["2026-03-12 afternoon"]);
    expect(offered({ wishedPart: "full_day" })).toHaveLength(6);
    expect(offered({ windows: [["2026-03-11", 540, 600]] })).toEqual(["2026-03-11 morning"]);
    expect(offered({ isBookable: false })).toEqual([]);
  });

  test("begins within an exact window, also when the crew could be there sooner", () => {
    const [fit] = fitsOn(days.slice(1, 2), demand({ windows: [["2026-03-11", 615, 630]] }), "morning");
    expect(fit?.route.stops[0]?.start).toBe(615);
  });

  test("waits where the crew does as many visits as it may, and where it lacks the skill", () => {
    const stops = [movable("1", "morning", { minutes: 30 })];
    expect(offersIn([aDay({ maxJobs: 1, stops: stops.map(asFirm) })], demand())).toEqual([]);
    expect(offersIn([aDay({ skills: [] })], demand())).toEqual([]);
  });

  test("uses what is kept free for urgent work only when it is urgent", () => {
    const short = [aDay({ ends: 620 })];
    expect(offersIn(short, demand({ minutes: 120 }))).toEqual([]);
    expect(offersIn(short, demand({ minutes: 120, isUrgent: true }))).toHaveLength(1);
  });
});

describe("the price", () => {
  test("makes an empty day better than a nearly full one that is as near", () => {
    const busy = movable("1", "morning", { minutes: 240 });
    const days = [aDay({ stops: [busy] }), aDay({ crewId: "b", on: "2026-03-11" })];
    const best = offersIn(days, demand({ minutes: 60 }), { ...offerRules, best: 1 }).find(
      (each) => each.isBest,
    );
    expect(best?.on).toBe("2026-03-11");
  });
});

describe("making room", () => {
  const long = { minutes: 250 };
  const full = [movable("m", "morning", long), movable("a", "afternoon", { minutes: 200 })];
  const empty = aDay({ crewId: "b", on: "2026-03-11" });

  test("moves one visit that nobody was told about, to where it may go", () => {
    const days = [aDay({ stops: full }), empty];
    const wish = demand({ ...long, notAfter: "2026-03-10", wishedPart: "morning" });
    expect(offersIn(days, wish)).toMatchObject([{ on: "2026-03-10", part: "morning", room: "few" }]);
    const fit = fitByMoving(days, wish, { on: "2026-03-10", part: "morning" });
    expect(fit).toMatchObject({ crewId: "a", move: { visitId: "m", crewId: "b", on: "2026-03-11" } });
    expect(fit?.route.stops.map(({ visitId }) => visitId)).toEqual(["new", "a"]);
  });

  test("never moves a firm one, nor to where that one may not be", () => {
    const wish = demand({ ...long, notAfter: "2026-03-10", wishedPart: "morning" });
    const firm = full.map(asFirm);
    expect(offersIn([aDay({ stops: firm }), empty], wish)).toEqual([]);
    const bound = full.map((stop) => ({
      ...stop,
      movable: { ...stop.movable!, windows: [["2026-03-10", 480, 1020] as const] },
    }));
    expect(offersIn([aDay({ stops: bound }), empty], wish)).toEqual([]);
  });

  test("leaves both days drivable, everything within what was promised, whatever the days look like", () => {
    const random = randomFrom(11);
    let moves = 0;
    for (let turn = 0; turn < 60; turn += 1) {
      const days = randomDays(random);
      const wish = demand({ place: placeNear(random), minutes: 60 + Math.floor(random() * 180) });
      for (const { on, part } of offersIn(days, wish)) {
        const [direct] = fitsOn(
          days.filter((day) => day.on === on),
          wish,
          part,
        );
        const fit = direct ?? fitByMoving(days, wish, { on, part });
        expect(fit).toBeTruthy();
        if (fit?.move) moves += 1;
        expectDrivable(days, wish, fit!);
      }
    }
    expect(moves).toBeGreaterThan(10);
  });

  const expectDrivable = (
    days: CrewDay[],
    wish: Demand,
    fit: NonNullable<ReturnType<typeof fitByMoving>>,
  ) => {
    const all = days.flatMap(({ stops }) => stops);
    const windowFor = (visitId: string) => {
      if (visitId === wish.visitId) return windowOf[fit.part];
      if (visitId === fit.move?.visitId) return windowOf[fit.move.part];
      return all.find((stop) => stop.visitId === visitId)!;
    };
    const minutesFor = (visitId: string) => all.find((stop) => stop.visitId === visitId) ?? wish;
    const drives = (crewId: string, route: Route) => {
      const day = days.find((each) => each.crewId === crewId)!;
      const stops = route.stops.map(({ visitId }) => {
        const { place, minutes } = minutesFor(visitId);
        const { earliest, latest } = windowFor(visitId);
        return { visitId, place, minutes, earliest, latest };
      });
      expect(routeOf(day, stops)).toEqual(route);
      const expected = new Set(day.stops.map(({ visitId }) => visitId));
      if (fit.move) expected.delete(fit.move.visitId);
      if (crewId === fit.crewId) expected.add(wish.visitId);
      if (crewId === fit.move?.crewId) expected.add(fit.move.visitId);
      expect(new Set(route.stops.map(({ visitId }) => visitId))).toEqual(expected);
    };
    drives(fit.crewId, fit.route);
    if (fit.move) drives(fit.move.crewId, fit.move.route);
  };
});
