import { describe, expect, test } from "vitest";
import { greatCircleKm, roadKm } from "../travel/model.ts";
import { travelMinutes } from "../travel/travelMinutes.ts";
import { windowOf } from "./dayPart.ts";
import { bestInsertion, covers } from "./insertion.ts";
import { offerRules, offersIn } from "./offers.ts";
import { type CrewDay, routeOf, type Stop } from "./route.ts";

const nijkerk = { latitude: 52.22, longitude: 5.49 };
const amersfoort = { latitude: 52.16, longitude: 5.39 };
const utrecht = { latitude: 52.09, longitude: 5.12 };
const groningen = { latitude: 53.22, longitude: 6.57 };

const day = (over: Partial<CrewDay> = {}): CrewDay => ({
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
const stop = (visitId: string, over: Partial<Stop> = {}): Stop => ({
  visitId,
  place: amersfoort,
  minutes: 120,
  ...windowOf.morning,
  ...over,
});

describe("travel", () => {
  test("is the great circle with a detour that shrinks with the distance", () => {
    expect(greatCircleKm(nijkerk, amersfoort)).toBeCloseTo(9.5, 0);
    expect(roadKm(nijkerk, amersfoort) / greatCircleKm(nijkerk, amersfoort)).toBeCloseTo(1.4, 5);
    expect(roadKm(nijkerk, groningen) / greatCircleKm(nijkerk, groningen)).toBeLessThan(1.21);
  });

  test("takes longer in the rush hour of a working day, and parking always", () => {
    const quiet = travelMinutes(nijkerk, utrecht, { departure: 600 });
    const busy = travelMinutes(nijkerk, utrecht, { departure: 480 });
    expect(busy).toBeGreaterThan(quiet);
    expect(travelMinutes(nijkerk, utrecht, { departure: 480, isWorkday: false })).toBe(quiet);
    expect(travelMinutes(nijkerk, { ...nijkerk, latitude: 52.2201 }, { departure: 600 })).toBe(3);
    expect(travelMinutes(nijkerk, nijkerk, { departure: 600 })).toBe(0);
  });
});

describe("a route", () => {
  test("waits for a window to open and counts the way home", () => {
    const route = routeOf(day(), [stop("1"), stop("2", { place: utrecht, ...windowOf.afternoon })]);
    expect(route?.stops.map(({ start }) => start)).toEqual([480, 720]);
    expect(route?.back).toBeGreaterThan(720 + 120 + 25);
    expect(route?.travel).toBe(
      (route?.stops ?? []).reduce((sum, { travel }) => sum + travel, 0) + (route!.back - 840),
    );
  });

  test("leaves time for lunch, within work as well as between it", () => {
    const lunch = { from: 720, until: 750 };
    const route = routeOf(day({ lunch }), [stop("1", { minutes: 60 }), stop("2", { minutes: 240 })]);
    const without = routeOf(day(), [stop("1", { minutes: 60 }), stop("2", { minutes: 240 })]);
    const [, long] = route!.stops;
    expect(long!.end - long!.start).toBe(270);
    expect(route!.back).toBe(without!.back + 30);
    expect(route!.travel).toBe(without!.travel);
  });

  test("does not exist when the crew would be back too late", () => {
    expect(routeOf(day({ ends: 600 }), [stop("1", { minutes: 200 })])).toBeNull();
  });
});

describe("an insertion", () => {
  test("goes where it adds the least driving", () => {
    const stops = [stop("far", { place: utrecht, minutes: 60 })];
    const best = bestInsertion(day({ stops }), stop("near", { minutes: 60 }));
    expect(best?.route.stops.map(({ visitId }) => visitId)).toHaveLength(2);
    expect(best?.extraTravel).toBeLessThan(travelMinutes(nijkerk, amersfoort, { departure: 600 }) * 2);
  });

  test("never breaks what was promised to another", () => {
    const full = day({ stops: [stop("1", { minutes: 180 }), stop("2", { minutes: 60, latest: 700 })] });
    const late = bestInsertion(full, stop("3", { minutes: 90, earliest: 480, latest: 600 }));
    expect(late).toBeNull();
    expect(bestInsertion(full, stop("3", { minutes: 90, ...windowOf.afternoon }))).not.toBeNull();
  });

  test("keeps the reserve at the end of the day free", () => {
    const short = day({ ends: 660 });
    expect(bestInsertion(short, stop("1", { minutes: 150 }))).not.toBeNull();
    expect(bestInsertion(short, stop("1", { minutes: 150 }), { reserve: 30 })).toBeNull();
  });

  test("goes with no crew whose van is full of chargers already", () => {
    const loaded = day({ capacity: 4, stops: [stop("1", { minutes: 60, chargers: 3 })] });
    expect(bestInsertion(loaded, stop("2", { minutes: 60, chargers: 2 }))).toBeNull();
    expect(bestInsertion(loaded, stop("2", { minutes: 60, chargers: 1 }))).not.toBeNull();
    expect(bestInsertion(day({ capacity: null }), stop("2", { minutes: 60, chargers: 9 }))).not.toBeNull();
  });

  test("wants every skill in the crew", () => {
    expect(covers(day(), ["three_phase"])).toBe(true);
    expect(covers(day(), ["three_phase", "meter_box"])).toBe(false);
  });
});

describe("offers", () => {
  const wish = { visitId: "new", place: amersfoort, minutes: 180, skills: ["three_phase"] };

  test("are half days in which the visit really fits, not a count", () => {
    const morningFull = day({ stops: [stop("1", { minutes: 270, latest: 480 })] });
    const found = offersIn([morningFull], wish).map(({ on, part, room }) => [on, part, room]);
    expect(found).toEqual([["2026-03-10", "afternoon", "few"]]);
  });

  test("tell plenty or few, and mark the ones on the way as best", () => {
    const days = [
      day(),
      day({ crewId: "b" }),
      day({ crewId: "c", on: "2026-03-11", stops: [stop("1", { minutes: 60 })] }),
      day({ crewId: "d", on: "2026-03-12", skills: [] }),
    ];
    const found = offersIn(days, wish, { ...offerRules, reserve: 0, best: 1, scarcity: 0 });
    expect(found.map(({ on }) => on)).not.toContain("2026-03-12");
    expect(found[0]).toMatchObject({ on: "2026-03-10", part: "morning", room: "plenty" });
    expect(found.find(({ isBest }) => isBest)?.on).toBe("2026-03-11");
  });
});
