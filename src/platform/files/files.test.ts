import type { FastifyInstance } from "fastify";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anonymous, createServer, notSignedIn } from "#platform";
import { type House, openHouse } from "#platform/testing";
import type { Actor, LinkHolder, PartnerKey, Person } from "../actor.ts";
import { files } from "./capability.ts";
import { cleanName, disposition } from "./fileName.ts";
import { prepareFile } from "./prepare.ts";
import { addFileRoutes } from "./routes.ts";
import { storeFile } from "./storeFile.ts";

const id = (last: number) => `01990000-0000-7000-8000-${String(last).padStart(12, "0")}`;
const orderId = id(1);
const planner: Person = {
  kind: "person",
  userId: id(2),
  name: "Noor",
  role: "internal",
  scopes: [],
  organizationId: null,
  organizationIds: [],
  language: "nl",
};
const partner: PartnerKey = {
  kind: "partner",
  apiKeyId: id(3),
  name: "Zonneweide",
  scopes: [],
  organizationId: id(4),
  organizationIds: [id(4)],
};
const customer: LinkHolder = {
  kind: "customer",
  linkId: id(5),
  purpose: "intake",
  orderId,
  contactId: null,
  organizationId: null,
};
const actors: Record<string, Actor> = { planner, partner, customer, other: { ...customer, orderId: id(9) } };

let house: House;
let server: FastifyInstance;
beforeAll(async () => {
  house = await openHouse([files]);
  server = await createServer(house.platform, {
    identify: async (request) => {
      const name = request.headers["x-test-actor"];
      if (name === "wrong") throw notSignedIn();
      return actors[String(name)] ?? anonymous;
    },
    logLevel: "silent",
  });
  // Who takes part in which order is kept by another capability; here one row of it will do.
  await house.platform.database.pool.query(`
    begin; set local session_replication_role = replica;
    insert into order_parties (order_id, organization_id, role) values ('${orderId}', '${partner.organizationId}', 'account');
    commit`);
  await addFileRoutes(server, {
    platform: house.platform,
    mayReach: async (_actor, file) => file.orderId === orderId,
  });
});
afterAll(async () => {
  await server?.close();
  await house?.close();
});

const photo = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: "#3366aa" } })
    .jpeg()
    .withExif({ IFD0: { Make: "Camera" }, IFD3: { GPSLatitude: "52/1 5/1 0/1", GPSLatitudeRef: "N" } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
const pdf = Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

const upload = async (
  as: string,
  bytes: Uint8Array,
  fields: Record<string, string> = {},
  name = "foto.jpg",
) => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set("file", new File([bytes as never], name));
  const request = new Request("http://localhost", { method: "POST", body: form });
  return server.inject({
    method: "POST",
    url: "/api/v1/files",
    headers: { "content-type": request.headers.get("content-type") ?? "", "x-test-actor": as },
    payload: Buffer.from(await request.arrayBuffer()),
  });
};
const reads = (as: string, fileId: string, query = "") =>
  server.inject({ url: `/api/v1/files/${fileId}${query}`, headers: { "x-test-actor": as } });

describe("a picture", () => {
  test("is kept upright and without the place where it was taken", async () => {
    const bytes = await photo();
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const kept = await upload("planner", bytes, { orderId });
    expect(kept.statusCode).toBe(201);
    const answer = await reads("planner", kept.json().id);
    const { exif, orientation, width, height } = await sharp(answer.rawPayload).metadata();
    expect({ exif, orientation, width, height }).toEqual({
      exif: undefined,
      orientation: undefined,
      width: 600,
      height: 900,
    });
    expect(answer.headers).toMatchObject({
      "content-type": "image/jpeg",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=31536000, immutable",
      "content-disposition": "inline; filename=\"foto.jpg\"; filename*=UTF-8''foto.jpg",
    });
  });

  test("can be had smaller, twice the same, and is not sent again when the browser has it", async () => {
    const { id: fileId } = (await upload("planner", await photo())).json();
    const first = await reads("planner", fileId, "?width=320");
    expect((await sharp(first.rawPayload).metadata()).width).toBe(320);
    const again = await reads("planner", fileId, "?width=320");
    expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
    const headers = { "x-test-actor": "planner", "if-none-match": String(first.headers.etag) };
    const known = await server.inject({ url: `/api/v1/files/${fileId}?width=320`, headers });
    expect(known.statusCode).toBe(304);
    expect((await reads("planner", fileId, "?width=5000")).statusCode).toBe(422);
  });

  test("that is damaged is refused", async () => {
    const bytes = (await photo()).subarray(0, 400);
    expect((await upload("planner", bytes)).json()).toMatchObject({ status: 422 });
  });
});

describe("keeping a file", () => {
  test("goes by what the file is, not by its name", async () => {
    const kept = await upload("planner", pdf, {}, "../../bon\u202Egpj.exe");
    expect(kept.json()).toMatchObject({ name: "bon gpj.pdf", mediaType: "application/pdf" });
    for (const text of ["<svg xmlns='http://www.w3.org/2000/svg'/>", "<html></html>", "MZ", ""]) {
      const answer = await upload("planner", Buffer.from(text), {}, "foto.jpg");
      expect(answer.json()).toMatchObject({ status: 415, type: "/problems/platform/file-type-not-allowed" });
    }
  });

  test("stops at fifteen megabytes", async () => {
    const large = Buffer.concat([pdf, Buffer.alloc(15 * 1024 * 1024)]);
    expect((await upload("planner", large)).json()).toMatchObject({ status: 413 });
    await expect(prepareFile({ bytes: large, name: "x" })).rejects.toMatchObject({ status: 413 });
  });

  test("makes one file of the same thing sent twice, and refuses another under its id", async () => {
    const fileId = id(77);
    const first = await upload("planner", pdf, { fileId });
    const again = await upload("planner", pdf, { fileId });
    expect([first.statusCode, again.statusCode, again.json()]).toEqual([201, 201, first.json()]);
    const other = Buffer.concat([pdf, Buffer.from("%")]);
    expect((await upload("planner", other, { fileId })).statusCode).toBe(409);
  });

  test("says when there is no file or a field is wrong", async () => {
    const none = await server.inject({
      method: "POST",
      url: "/api/v1/files",
      headers: { "x-test-actor": "planner" },
      payload: {},
    });
    expect(none.statusCode).toBe(422);
    expect((await upload("planner", pdf, { orderId: "1" })).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: "/orderId" }],
    });
    expect((await upload("nobody", pdf)).statusCode).toBe(401);
  });
});

describe("who may see a file", () => {
  const kept = (visibility: "internal" | "partner" | "customer", of = orderId) =>
    house.works(planner, (work) =>
      storeFile(work, { bytes: pdf, name: "offerte.pdf", kind: "quote", visibility, orderId: of }),
    );

  test.each([
    ["internal", 200, 404, 404],
    ["partner", 200, 200, 404],
    ["customer", 200, 200, 200],
  ] as const)(
    "%s: staff, partner on the order, customer of the order",
    async (visibility, staff, onOrder, own) => {
      const { id: fileId } = await kept(visibility);
      expect((await reads("planner", fileId)).statusCode).toBe(staff);
      expect((await reads("partner", fileId)).statusCode).toBe(onOrder);
      expect((await reads("customer", fileId)).statusCode).toBe(own);
      expect((await reads("other", fileId)).statusCode).toBe(404);
      expect((await reads("nobody", fileId)).statusCode).toBe(401);
    },
  );

  test("is nobody of another order", async () => {
    const { id: fileId } = await kept("customer", id(8));
    expect((await reads("partner", fileId)).statusCode).toBe(404);
    expect((await reads("customer", fileId)).statusCode).toBe(404);
  });

  test("lets customers and partners add to their own order only, and see it", async () => {
    const mine = await upload("customer", pdf, { visibility: "internal" });
    expect((await reads("customer", mine.json().id)).statusCode).toBe(200);
    expect((await upload("customer", pdf, { orderId: id(8) })).statusCode).toBe(403);
    const theirs = await upload("partner", pdf, { orderId });
    expect((await reads("partner", theirs.json().id)).statusCode).toBe(200);
    expect((await reads("customer", theirs.json().id)).statusCode).toBe(404);
    expect((await upload("partner", pdf, { orderId: id(8) })).statusCode).toBe(403);
    expect((await upload("partner", pdf)).statusCode).toBe(403);
  });
});

describe("a file's name", () => {
  test.each([
    ["C:\\docs\\meterkast.JPG", "meterkast.jpg"],
    ["..", "file.jpg"],
    ["a\r\nSet-Cookie: x.png", "a Set-Cookie x.jpg"],
    ["café €uro 🚗.jpeg", "café €uro 🚗.jpg"],
    ["x".repeat(500), `${"x".repeat(120)}.jpg`],
  ])("%j becomes safe", (given, safe) => expect(cleanName(given, "jpg")).toBe(safe));

  test("stands in the header in a form every program reads", () => {
    expect(disposition('caf\u00e9 "1".jpg', "attachment")).toBe(
      "attachment; filename=\"cafe_ _1_.jpg\"; filename*=UTF-8''caf%C3%A9%20%221%22.jpg",
    );
  });
});

describe("the database itself", () => {
  /** Files that somebody finds who asks the database past all our code, under the role of portals. */
  const found = async (given: { organizations?: string; order?: string }) => {
    const client = await house.platform.database.pool.connect();
    try {
      await client.query("begin");
      await client.query(
        "select set_config('role', 'chargecars_portal', true), set_config('app.organizations', $1, true), set_config('app.order', $2, true)",
        [given.organizations ?? "{}", given.order ?? ""],
      );
      const { rows } = await client.query("select name from files where kind = 'row' order by name");
      return rows.map(({ name }) => String(name));
    } finally {
      await client.query("rollback");
      client.release();
    }
  };

  test("shows a file to those it is meant for, on their own orders", async () => {
    for (const visibility of ["internal", "partner", "customer"] as const)
      for (const [where, order] of Object.entries({ own: orderId, other: id(9), none: null }))
        await house.works(planner, (work) =>
          storeFile(work, {
            bytes: pdf,
            name: `${visibility} ${where}`,
            kind: "row",
            visibility,
            orderId: order,
          }),
        );
    expect(await found({ organizations: `{${id(4)}}` })).toEqual(["customer own.pdf", "partner own.pdf"]);
    expect(await found({ organizations: `{${id(8)}}` })).toEqual([]);
    expect(await found({ order: orderId })).toEqual(["customer own.pdf"]);
    expect(await found({})).toEqual([]);
  });
});
