import { S3mini } from "s3mini";
import { contentHash, type FileStore, hashesAmong } from "./store.ts";

interface Place {
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  prefix: string;
}

/**
 * Reads `s3://KEY:SECRET@host[:port]/bucket[/folder][?region=…&insecure=yes]`. The parts of the key may be written with
 * percent signs, as in every address; without them they are taken from the usual `AWS_` variables.
 */
export const readS3Url = (address: string, env: NodeJS.ProcessEnv = process.env): Place => {
  const url = new URL(address);
  const [bucket = "", ...folder] = url.pathname.split("/").filter(Boolean);
  const accessKeyId = decodeURIComponent(url.username) || (env.AWS_ACCESS_KEY_ID ?? "");
  const secretAccessKey = decodeURIComponent(url.password) || (env.AWS_SECRET_ACCESS_KEY ?? "");
  if (url.protocol !== "s3:" || !url.host || !bucket || !accessKeyId || !secretAccessKey)
    throw new Error("FILES_URL is not an address such as s3://KEY:SECRET@s3.example.com/bucket.");
  const scheme = url.searchParams.get("insecure") === "yes" ? "http" : "https";
  return {
    endpoint: `${scheme}://${url.host}/${bucket}`,
    region: url.searchParams.get("region") ?? env.AWS_REGION ?? "auto",
    accessKeyId,
    secretAccessKey,
    prefix: folder.map((part) => `${part}/`).join(""),
  };
};

/** What is not there is no bytes; when a bucket cannot say how many they are, nothing is taken away unseen. */
const noneWhenGone = (error: Error): number => {
  if ((error.cause as { status?: number } | undefined)?.status === 404) return 0;
  throw error;
};

/** Files in a bucket that speaks S3, under the same names as on the local disk, so that one can be copied to the other. */
export const s3Files = (address: string): FileStore => {
  const { prefix, ...config } = readS3Url(address);
  const bucket = new S3mini(config);
  const keyOf = (sha256: Uint8Array) => {
    const name = Buffer.from(sha256).toString("hex");
    return `${prefix}${name.slice(0, 2)}/${name}`;
  };
  return {
    async put(bytes, sha256 = contentHash(bytes)) {
      await bucket.putObject(keyOf(sha256), Buffer.from(bytes), "application/octet-stream");
      return { sha256, size: bytes.byteLength };
    },
    async get(sha256) {
      const key = keyOf(sha256);
      const bytes = await bucket.getObjectArrayBuffer(key);
      if (bytes === null) throw new Error(`The file store has no ${key}`);
      return Buffer.from(bytes);
    },
    async *list() {
      for (let part = 0; part < 256; part += 1) {
        const under = `${prefix}${part.toString(16).padStart(2, "0")}/`;
        const found = (await bucket.listObjects("/", under)) ?? [];
        yield hashesAmong(found.map(({ Key }) => Key.slice(Key.lastIndexOf("/") + 1)));
      }
    },
    async remove(sha256) {
      const key = keyOf(sha256);
      const size = await bucket.getContentLength(key).catch(noneWhenGone);
      return (await bucket.deleteObject(key)) ? size : 0;
    },
  };
};
