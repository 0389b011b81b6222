import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { cleanName } from "./fileName.ts";
import { fileTooLarge, fileTypeNotAllowed, fileUnreadable } from "./problems.ts";

const mostMegabytes = 15;
export const mostBytes = mostMegabytes * 1024 * 1024;
const mostPixels = 120_000_000;

const endings: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/heic": "heic",
  "application/pdf": "pdf",
};

export interface Prepared {
  bytes: Uint8Array;
  mediaType: string;
  name: string;
}

/** Writes a picture anew, upright and without what the camera noted in it, such as the place it was taken. */
const cleaned = async (bytes: Uint8Array, mediaType: string): Promise<Uint8Array> => {
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" }).autoOrient();
  switch (mediaType) {
    case "image/jpeg":
      return picture.jpeg({ quality: 88 }).toBuffer();
    case "image/png":
      return picture.png().toBuffer();
    default:
      return picture.webp({ quality: 88 }).toBuffer();
  }
};

/** The picture of a HEIC file as JPEG where the machine can read it; the file as it is where it cannot. */
const fromHeic = async (bytes: Uint8Array): Promise<Pick<Prepared, "bytes" | "mediaType">> => {
  try {
    return { bytes: await cleaned(bytes, "image/jpeg"), mediaType: "image/jpeg" };
  } catch {
    return { bytes, mediaType: "image/heic" };
  }
};

/** Finds out what a file really is, whatever its name says, and makes it fit to be kept; throws what is wrong with it. */
export const prepareFile = async (given: { bytes: Uint8Array; name: string }): Promise<Prepared> => {
  if (given.bytes.byteLength > mostBytes) throw fileTooLarge({ mostMegabytes });
  const found = await fileTypeFromBuffer(given.bytes);
  const mediaType = found?.mime ?? "";
  if (!Object.hasOwn(endings, mediaType)) throw fileTypeNotAllowed({ allowed: Object.keys(endings) });
  const kept = await readable(given.bytes, mediaType);
  return { ...kept, name: cleanName(given.name, endings[kept.mediaType] ?? "bin") };
};

const readable = async (bytes: Uint8Array, mediaType: string) => {
  if (mediaType === "application/pdf") return { bytes, mediaType };
  if (mediaType === "image/heic") return fromHeic(bytes);
  try {
    return { bytes: await cleaned(bytes, mediaType), mediaType };
  } catch {
    throw fileUnreadable();
  }
};

/** A smaller rendering of a picture. */
export const rendered = async (bytes: Uint8Array, width: number): Promise<Buffer> =>
  sharp(bytes, { limitInputPixels: mostPixels })
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 76 })
    .toBuffer();
