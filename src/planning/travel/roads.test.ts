import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crewDays } from "../slots/crewState.ts";
import { planningHouse, robot, testDay } from "../testing.ts";
import { myOffers } from "../visits/queries/outside.ts";
import { askRoads } from "./askRoads.ts";
import { builtInRoads, type Point, roadUnits } from "./model.ts";
import { learnFromTrips } from "./ownTrips.ts";
import { placeAt, placeKey } from "./placeKey.ts";
import { travel } from "./queries/travel.ts";
import { questionsAbout } from "./questions.ts";
import { forgetRoads, travelBetween } from "./roads.ts";
import { routerAt } from "./routers/index.ts";

/** Answers as OSRM does; each leg takes as long as `secondsOf` says. */
const osrm = { asked: 0, isUp: true, secondsOf: (_from: Point, _to: Point): number | null => 0 };
const server: Server = createServer((request, response) => {
  const url = new URL(request.url!, "http://router");
  const points = url.pathname
    .split("/")
    .at(-1)!
    .split(";")
    .map((pair) => pair.split(",").map(Number))
    .map(([longitude, latitude]) => ({ latitude: latitude!, longitude: longitude! }));
  const chosen = (name: string) =>
    url.searchParams
      .get(name)!
      .split(";")
      .map((index) => points[Number(index)]!);
  osrm.asked += chosen("sources").length * chosen("destinations").length;
  const durations = chosen("sources").map((from) =>
    chosen("destinations").map((to) => osrm.secondsOf(from, to)),
  );
  response.writeHead(osrm.isUp ? 200 : 503, { "content-type": "application/json" });
  response.end(JSON.stringify(osrm.isUp ? { code: "Ok", durations } : { message: "Starting up" }));
});

let made: Awaited<ReturnType<typeof planningHouse>>;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  made = await planningHouse([], { router: routerAt(`osrm+http://127.0.0.1:${port}`) });
});
afterAll(async () => {
  server.close();
  await made.house.close();
  forgetRoads();
});
const db = () => made.house.platform.database.db;
const ask = async () => {
  await made.house.works(robot, askRoads);
  await made.house.settles();
};
const seen = () => made.house.asks(robot, travel, {});
/** Eight times as long as the built-in model says. */
const slowly = (from: Point, to: Point) => 8 * 3 * roadUnits(from, to);

describe("driving by a router", () => {
  test("is asked once, and no customer is offered what cannot be driven by it", async () => {
    await made.crew();
    const { visit, customer } = await made.waiting({ minutes: 440 });
    expect(await seen()).toEqual({ source: "built-in", router: null, ownTrips: null });
    expect((await made.house.asks(customer, myOffers, {})).offers).not.toEqual([]);
    osrm.secondsOf = slowly;
    await ask();
    expect(await seen()).toMatchObject({
      source: "osrm",
      router: { places: 2, pairs: 2, pairsKnown: 2, trouble: null },
    });
    expect((await made.house.asks(customer, myOffers, {})).offers).toEqual([]);
    const [day] = await crewDays(db(), {
      from: testDay,
      until: testDay,
      now: made.house.clock.now(),
      without: visit.id,
    });
    const { rows } =
      await sql<Point>`select latitude, longitude from sites s join orders o on o.site_id = s.id
      join visits v on v.order_id = o.id where v.id = ${visit.id}`.execute(db());
    const units = day!.travel!.units(day!.depot, rows[0]!);
    expect(units).toBeGreaterThan(7.9 * roadUnits(day!.depot, rows[0]!));
    expect(osrm.asked).toBe(4);
    await ask();
    expect(osrm.asked).toBe(4);
  });

  test("goes on with what is known while the router is away, and says what is wrong", async () => {
    osrm.isUp = false;
    await made.waiting({ name: "Wim Nieuw", postalCode: "9711AA" });
    await ask();
    expect((await seen()).router).toMatchObject({
      pairs: 6,
      pairsKnown: 2,
      trouble: "The router answered 503: Starting up",
    });
    osrm.isUp = true;
    await ask();
    expect((await seen()).router).toMatchObject({ pairs: 6, pairsKnown: 6, trouble: null });
  });

  test("is the built-in model set right where a pair is not known", async () => {
    const around = Array.from({ length: 8 }, (_, index) => ({ latitude: 52, longitude: 5 + index / 100 }));
    const keys = around.map(placeKey);
    const pairs = keys.flatMap((from) => keys.filter((to) => to !== from).map((to) => ({ from, to })));
    await sql`insert into road_legs (router, from_place, to_place, seconds, asked_at)
      select 'osrm', (p->>'from')::bigint, (p->>'to')::bigint, (p->>'seconds')::integer, now()
      from jsonb_array_elements(${JSON.stringify(
        pairs.map((pair) => ({ ...pair, seconds: slowly(placeAt(pair.from), placeAt(pair.to)) })),
      )}::jsonb) p`.execute(db());
    forgetRoads();
    await ask();
    const stranger = { latitude: 52.01, longitude: 5.005 };
    const roads = await travelBetween(db(), [...around, stranger]);
    const ratio = roads.units(around[0]!, stranger) / roadUnits(around[0]!, stranger);
    expect(ratio).toBeGreaterThan(7.5);
    expect(roads.units(stranger, stranger)).toBe(0);
  });
});

describe("questions to a router", () => {
  const grid = Array.from({ length: 120 }, (_, index) =>
    placeKey({ latitude: 51 + Math.floor(index / 12) / 10, longitude: 4 + (index % 12) / 10 }),
  );
  const limits = { side: 25, mostKm: 30 };

  test("cover every pair that is near enough and not known, none twice, and leave out what is known", () => {
    const knownRow = grid[7]!;
    const isKnown = (from: number) => from === knownRow;
    const asked = new Set<string>();
    for (const { from, to } of questionsAbout(grid, isKnown, limits)) {
      expect(Math.max(from.length, to.length)).toBeLessThanOrEqual(limits.side);
      expect(from).not.toContain(knownRow);
      for (const source of from)
        for (const target of to) {
          const pair = `${source} ${target}`;
          expect(asked.has(pair)).toBe(false);
          asked.add(pair);
        }
    }
    const near = (from: Point, to: Point) =>
      Math.hypot((from.latitude - to.latitude) * 111, (from.longitude - to.longitude) * 68) < 29;
    const wanted = grid
      .filter((from) => from !== knownRow)
      .flatMap((from) =>
        grid.filter((to) => from !== to && near(placeAt(from), placeAt(to))).map((to) => `${from} ${to}`),
      );
    expect(wanted.filter((pair) => !asked.has(pair))).toEqual([]);
    expect(asked.size).toBeLessThan(0.6 * grid.length * grid.length);
  });

  test("are none when all is known", () => {
    expect(questionsAbout(grid, () => true, limits)).toEqual([]);
  });
});

describe("own trips", () => {
  test("set the built-in model right once they beat it", async () => {
    const { crewId } = await made.crew({ on: "2026-03-11", name: "Ploeg trips" });
    const first = await made.waiting({ name: "Tess Trip", postalCode: "3511AA" });
    const { rows } = await sql<Point & { depotLatitude: number; depotLongitude: number }>`
      select s.latitude, s.longitude, d.latitude as depot_latitude, d.longitude as depot_longitude
      from visits v join orders o on o.id = v.order_id join sites s on s.id = o.site_id,
        crew_days_between('2026-03-11', '2026-03-11') d where v.id = ${first.visit.id} and d.crew_id = ${crewId}`.execute(
      db(),
    );
    const site = rows[0]!;
    const depot = { latitude: site.depotLatitude, longitude: site.depotLongitude };
    const minutes = Math.round((1.5 * builtInRoads.units(depot, site)) / 20);
    // A hundred trips around noon, each half as long again as the model says.
    await sql`insert into visits (number, order_id, sequence, kind, status, minutes, on_day, day_part, crew_id,
        planned_start, planned_end, actual_start, created_at, updated_at)
      select 'T-' || n, order_id, 500 + n, kind, 'arrived', minutes, '2026-03-11', 'morning', ${crewId},
        t, t + interval '2 hours', t + make_interval(mins => ${minutes}), t, t
      from visits, generate_series(1, 100) n,
        lateral (select timestamptz '2025-06-01 11:00+02' + n * interval '7 days' as t) x
      where id = ${first.visit.id}`.execute(db());
    await sql`insert into events (name, at, actor_kind, order_id, record_id, payload)
      select 'planning/visit-under-way', actual_start - make_interval(mins => ${minutes}), 'automation', order_id, id,
        jsonb_build_object('id', id, 'status', 'travelling')
      from visits where number like 'T-%'`.execute(db());
    await made.house.works(robot, learnFromTrips);
    const { ownTrips } = await seen();
    expect(ownTrips).toMatchObject({ trips: 100, isUsed: true });
    expect(ownTrips!.calibratedError).toBeLessThan(ownTrips!.modelError);
    // Of some trips it was said only at the door that they had begun.
    made.house.clock.set("2026-03-03T08:00:00.000Z");
    await sql`update events e set at = v.actual_start - interval '2 minutes' from visits v
      where v.number like 'T-%' and e.record_id = v.id and v.sequence <= 510`.execute(db());
    await made.house.works(robot, learnFromTrips);
    expect((await seen()).ownTrips).toMatchObject({ trips: 90 });
    await sql`delete from road_routers`.execute(db());
    forgetRoads();
    const roads = await travelBetween(db(), []);
    expect(roads.source).toBe("own-trips");
    expect(roads.units(depot, site) / builtInRoads.units(depot, site)).toBeCloseTo(1.5, 1);
  });
});
