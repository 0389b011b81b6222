import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { RouterFailed, routerAt } from "./index.ts";

const utrecht = { latitude: 52.0907, longitude: 5.1214 };
const amersfoort = { latitude: 52.1561, longitude: 5.3878 };
const texel = { latitude: 53.0542, longitude: 4.7975 };

const servers: Server[] = [];
const serve = async (
  answer: (asked: { url: string; body: unknown; request: IncomingMessage }) => unknown,
) => {
  const reply = async (request: IncomingMessage, response: ServerResponse) => {
    const raw = await text(request);
    const body: unknown = raw ? JSON.parse(raw) : null;
    const { status = 200, ...rest } = answer({ url: request.url!, body, request }) as { status?: number };
    const content = "rows" in rest ? rest.rows : rest;
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(content));
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    void reply(request, response);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
};
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe("a router", () => {
  test("OSRM: asks rows and columns of one list of places, longitude first", async () => {
    const asked: string[] = [];
    const host = await serve(({ url }) => {
      asked.push(url);
      return { code: "Ok", durations: [[1500.4, null]], distances: [[23_100, null]] };
    });
    const rows = await routerAt(`osrm+http://${host}/nl`).matrix([utrecht], [amersfoort, texel]);
    expect(rows).toEqual([[{ seconds: 1500, metres: 23_100 }, null]]);
    expect(asked).toEqual([
      "/nl/table/v1/driving/5.12140,52.09070;5.38780,52.15610;4.79750,53.05420?sources=0&destinations=1;2&annotations=duration,distance",
    ]);
  });

  test("OSRM: says in its own words what it could not do", async () => {
    const host = await serve(() => ({ status: 400, code: "TooBig", message: "Too many table coordinates" }));
    const asking = routerAt(`osrm+http://${host}`).matrix([utrecht], [amersfoort]);
    await expect(asking).rejects.toThrow(
      new RouterFailed("The router answered 400: Too many table coordinates"),
    );
  });

  test("Valhalla: asks sources and targets, and makes metres of kilometres", async () => {
    const host = await serve(({ url, body }) => {
      expect(url).toBe("/sources_to_targets");
      expect(body).toMatchObject({
        sources: [{ lat: 52.0907, lon: 5.1214 }],
        targets: [{ lat: 52.1561, lon: 5.3878 }, {}],
        costing: "auto",
      });
      const cells = [
        { from_index: 0, to_index: 0, time: 1501, distance: 23.1 },
        { from_index: 0, to_index: 1, time: null, distance: null },
      ];
      return { sources_to_targets: [cells], units: "kilometers" };
    });
    const rows = await routerAt(`valhalla+http://${host}`).matrix([utrecht], [amersfoort, texel]);
    expect(rows).toEqual([[{ seconds: 1501, metres: 23_100 }, null]]);
  });

  test("Google: sends its key in the head, and puts elements in any order where they belong", async () => {
    const host = await serve(({ url, body, request }) => {
      expect(url).toBe("/distanceMatrix/v2:computeRouteMatrix");
      expect(request.headers["x-goog-api-key"]).toBe("k3y/+");
      expect(request.headers["x-goog-fieldmask"]).toContain("status");
      expect(body).toMatchObject({
        origins: [{ waypoint: { location: { latLng: utrecht } } }],
        travelMode: "DRIVE",
        routingPreference: "TRAFFIC_UNAWARE",
      });
      return {
        rows: [
          { destinationIndex: 1, condition: "ROUTE_NOT_FOUND", status: {} },
          { condition: "ROUTE_EXISTS", distanceMeters: 23_100, duration: "1501s", status: {} },
        ],
      };
    });
    const rows = await routerAt(`google+http://k3y%2F%2B@${host}`).matrix([utrecht], [amersfoort, texel]);
    expect(rows).toEqual([[{ seconds: 1501, metres: 23_100 }, null]]);
  });

  test("that is away or talks of something else fails as a router, without its key in the words", async () => {
    const away = routerAt("google+http://k3y@127.0.0.1:1").matrix([utrecht], [amersfoort]);
    await expect(away).rejects.toThrow(RouterFailed);
    await expect(away).rejects.not.toThrow(/k3y/);
    const host = await serve(() => ({ welcome: "here" }));
    for (const kind of ["osrm", "valhalla"])
      await expect(routerAt(`${kind}+http://${host}`).matrix([utrecht], [amersfoort])).rejects.toThrow(
        RouterFailed,
      );
  });

  test.each([
    "http://router:5000",
    "osrm+router:5000",
    "osrm",
    "google+https://routes.googleapis.com",
    "osrm+http://a?within=no",
  ])("at an address that is none is refused: %s", (address) => {
    expect(() => routerAt(address)).toThrow(/TRAVEL_URL is not an address/);
  });
});
