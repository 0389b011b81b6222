import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readS3Url, s3Files } from "./s3Files.ts";

const [keyId, secret] = ["AKTEST", "se/cret+key"];
const kept = new Map<string, Buffer>();
const refused: string[] = [];
let answersHead = 200;

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();

/** What the signature of a request must be (AWS Signature Version 4), from what was really received. */
const rightSignature = ({ method, url, headers }: IncomingMessage, signed: string[], scope: string) => {
  const { pathname, searchParams } = new URL(url ?? "", "http://localhost");
  const lines = signed.map((name) => `${name}:${String(headers[name]).trim()}\n`).join("");
  const bodyHash = String(headers["x-amz-content-sha256"]);
  const asked = [method, pathname, searchParams.toString(), lines, signed.join(";"), bodyHash].join("\n");
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(asked)].join("\n");
  const key = scope.split("/").reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${secret}`);
  return hmac(key, text).toString("hex");
};

const isSigned = (request: IncomingMessage, body: Buffer): boolean => {
  const shown =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? "",
    );
  if (!shown) return false;
  const [, shownKey, scope = "", names = "", signature] = shown;
  const bodyHash = request.headers["x-amz-content-sha256"];
  const isBody = bodyHash === "UNSIGNED-PAYLOAD" || bodyHash === sha256(body);
  return shownKey === keyId && isBody && signature === rightSignature(request, names.split(";"), scope);
};

const listed = (prefix: string) =>
  `<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated>${[...kept]
    .map(([path, { length }]) => ({ key: path.replace("/papers/", ""), length }))
    .filter(({ key }) => key.startsWith(prefix))
    .map(({ key, length }) => `<Contents><Key>${key}</Key><Size>${length}</Size></Contents>`)
    .join("")}</ListBucketResult>`;

/** A bucket as far as a file store asks for one: it keeps, lists, gives and removes objects for whoever signs. */
const answer = async (request: IncomingMessage, response: ServerResponse) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  const path = request.url ?? "";
  if (!isSigned(request, body)) {
    refused.push(`${request.method} ${path}`);
    response.writeHead(403).end("<Error><Code>SignatureDoesNotMatch</Code></Error>");
    return;
  }
  const { searchParams } = new URL(path, "http://localhost");
  if (searchParams.has("list-type")) return response.end(listed(searchParams.get("prefix") ?? ""));
  if (request.method === "DELETE") kept.delete(path);
  // As S3 does it: what is not there is taken away as well.
  if (request.method === "DELETE") return response.writeHead(204).end();
  if (request.method === "PUT") kept.set(path, body);
  if (request.method === "HEAD" && answersHead !== 200) return response.writeHead(answersHead).end();
  const found = kept.get(path);
  if (found)
    response
      .writeHead(200, { etag: `"${sha256(found)}"`, "content-length": found.length })
      .end(request.method === "GET" ? found : "");
  else response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
};
const bucket = createServer((request, response) => void answer(request, response));

let host: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => bucket.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(bucket.address() as AddressInfo).port}`;
});
afterAll(() => bucket.close());

const storeWith = (password: string) =>
  s3Files(`s3://${keyId}:${encodeURIComponent(password)}@${host}/papers/house?region=eu-west-1&insecure=yes`);

describe("files in a bucket", () => {
  const bytes = Buffer.from([...Array.from({ length: 256 }, (_, value) => value), 0, 255, 13, 10]);
  const hash = sha256(bytes);

  test("come back as they were, under their own hash, and are signed for", async () => {
    const store = storeWith(secret);
    const { sha256: under, size } = await store.put(bytes);
    expect([under.toString("hex"), size]).toEqual([hash, 260]);
    expect([...kept.keys()]).toEqual([`/papers/house/${hash.slice(0, 2)}/${hash}`]);
    expect((await store.get(under)).equals(bytes)).toBe(true);
    expect(refused).toEqual([]);
  });

  test("are listed and taken away, once", async () => {
    const store = storeWith(secret);
    const others = await Promise.all(["one", "two"].map((text) => store.put(Buffer.from(text))));
    kept.set(`/papers/house/${hash.slice(0, 2)}/notes.txt`, Buffer.from("not ours"));
    const all = async () => {
      const found: string[] = [];
      for await (const some of store.list()) found.push(...some.map((each) => each.toString("hex")));
      return found.toSorted();
    };
    const names = others.map((each) => each.sha256.toString("hex"));
    expect(await all()).toEqual([hash, ...names].toSorted());
    expect(await store.remove(others[0]!.sha256)).toBe(3);
    expect(await store.remove(others[0]!.sha256)).toBe(0);
    expect(await all()).toEqual([hash, names[1]!].toSorted());
    expect(refused).toEqual([]);
  });

  test("stay where they are when it cannot be asked how much they are", async () => {
    const store = storeWith(secret);
    const { sha256: under } = await store.put(Buffer.from("unasked"));
    answersHead = 503;
    await expect(store.remove(under)).rejects.toThrow(/503/);
    answersHead = 200;
    expect(await store.remove(under)).toBe(7);
  });

  test("stay closed to a wrong key", async () => {
    await expect(storeWith("wrong").get(Buffer.from(hash, "hex"))).rejects.toThrow(/403|Signature/);
    expect(refused.length).toBeGreaterThan(0);
  });

  test("that are not there are told by name", async () => {
    await expect(storeWith(secret).get(Buffer.alloc(32))).rejects.toThrow(/has no house\/00\/0000/);
  });
});

describe("FILES_URL", () => {
  test("may leave the key to the usual variables", () => {
    const env = { AWS_ACCESS_KEY_ID: "A", AWS_SECRET_ACCESS_KEY: "B", AWS_REGION: "nl-1" };
    expect(readS3Url("s3://s3.example.com/papers", env)).toEqual({
      endpoint: "https://s3.example.com/papers",
      region: "nl-1",
      accessKeyId: "A",
      secretAccessKey: "B",
      prefix: "",
    });
  });

  test.for(["https://s3.example.com/papers", "s3://A:B@s3.example.com", "s3://s3.example.com/papers"])(
    "is refused in one line: %s",
    (address) => {
      expect(() => readS3Url(address, {})).toThrow("FILES_URL is not an address such as s3://");
    },
  );
});
