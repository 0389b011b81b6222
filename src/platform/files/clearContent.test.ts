import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type House, openHouse } from "#platform/testing";
import { automation } from "../actor.ts";
import { files } from "./capability.ts";
import { clearContentNightly, clearUnused } from "./clearContent.ts";
import { type FileStore, localFiles } from "./store.ts";
import { storeFile } from "./storeFile.ts";

let house: House;
let folder: string;
let store: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "content-"));
  store = localFiles(folder);
  house = await openHouse([files], { services: { files: store } });
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  const { db } = house.platform.database;
  for (const table of ["fileRenderings", "files", "unusedContent"] as const)
    await db.deleteFrom(table).execute();
  for (const part of await readdir(folder)) await rm(join(folder, part), { recursive: true, force: true });
});

const office = automation("office");
const picture = (shade: number) =>
  sharp({ create: { width: 4, height: 4, channels: 3, background: { r: shade, g: 9, b: 9 } } })
    .png()
    .toBuffer();
const add = async (shade: number) => {
  const bytes = await picture(shade);
  const details = { bytes, name: "paal.png", kind: "photo", visibility: "internal" } as const;
  const { id } = await house.works(office, (work) => storeFile(work, details));
  const { sha256 } = await house.platform.database.db
    .selectFrom("files")
    .select("sha256")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return { id, sha256, details };
};
const drop = (id: string) => house.platform.database.db.deleteFrom("files").where("id", "=", id).execute();
const isThere = (sha256: Buffer) =>
  store.get(sha256).then(
    () => true,
    () => false,
  );
/** A night: the clock goes on and what returns by it is done. */
const night = async () => {
  house.clock.forward("P1D");
  await house.works(office, clearContentNightly.run);
  await house.settles();
};
const clear = () => clearUnused(house.platform.database.db, store, house.clock.now());

describe("content of the file store", () => {
  test("goes a day after nobody names it any more, and the log says how much that was", async () => {
    const [gone, stays] = [await add(10), await add(20)];
    const draft = join(folder, gone.sha256.toString("hex").slice(0, 2), `${"ab".repeat(32)}.1.draft`);
    await writeFile(draft, "half");
    const small = await store.put(Buffer.from("a smaller picture"));
    await house.platform.database.db
      .insertInto("fileRenderings")
      .values({ sourceSha256: gone.sha256, width: 320, sha256: small.sha256, mediaType: "image/webp" })
      .execute();
    await drop(gone.id);
    await night();
    expect(await Promise.all([gone, stays, small].map(({ sha256 }) => isThere(sha256)))).toEqual([
      true,
      true,
      true,
    ]);
    await night();
    expect(await Promise.all([gone, stays, small].map(({ sha256 }) => isThere(sha256)))).toEqual([
      false,
      true,
      false,
    ]);
    expect(await readdir(join(draft, ".."))).toContain(`${"ab".repeat(32)}.1.draft`);
    const line = await house.platform.database.db
      .selectFrom("auditLines")
      .select("changes")
      .where("action", "=", "files/clear-content")
      .executeTakeFirstOrThrow();
    expect(line.changes).toMatchObject({ pieces: 2, bytes: expect.any(Number) });
  });

  test("stays when two rows named it and one does still, or when it is named again meanwhile", async () => {
    const [first, second] = [await add(30), await add(30)];
    const again = await add(40);
    await drop(first.id);
    await drop(again.id);
    await night();
    await add(40);
    await night();
    await night();
    expect([await isThere(second.sha256), await isThere(again.sha256)]).toEqual([true, true]);
    const { db } = house.platform.database;
    expect(await db.selectFrom("unusedContent").selectAll().execute()).toEqual([]);
  });

  test("is not taken from under an upload of the same that is under way", async () => {
    const { id, sha256, details } = await add(50);
    await drop(id);
    await clear();
    house.clock.forward("P2D");
    const steps: string[] = [];
    const upload = house.works(office, async (work) => {
      await storeFile(work, details);
      const clearing = clear().then((cleared) => steps.push(`cleared ${cleared.pieces}`));
      await Promise.race([clearing, new Promise((resume) => setTimeout(resume, 300))]);
      steps.push("kept");
      return { clearing };
    });
    await (await upload).clearing;
    expect(steps).toEqual(["kept", "cleared 0"]);
    expect(await isThere(sha256)).toBe(true);
  });

  test("is always there for a row, however often the same is cleared away and kept at once", async () => {
    for (let round = 0; round < 12; round += 1) {
      const { id, sha256 } = await add(60);
      await drop(id);
      await clear();
      house.clock.forward("P2D");
      const [kept] = await Promise.all([add(60), clear(), clear()]);
      expect(await isThere(sha256)).toBe(true);
      await drop(kept.id);
    }
  });
});
