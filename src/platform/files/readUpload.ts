import type { FastifyRequest } from "fastify";
import { mostBytes } from "./prepare.ts";
import { fileTooLarge, noFileGiven } from "./problems.ts";

/** What `multipart/form-data` may hold. */
export const uploadLimits = { fileSize: mostBytes, files: 1, fields: 20, fieldSize: 10_000, headerPairs: 50 };

/** Reads the file of a `multipart/form-data` request and the fields that stand before it. */
export const readUpload = async (
  request: FastifyRequest,
): Promise<{ bytes: Buffer; name: string; fields: Record<string, unknown> }> => {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (!part) throw noFileGiven();
  const fields = Object.entries(part.fields).flatMap(([name, field]) =>
    field && "value" in field ? [[name, field.value] as const] : [],
  );
  try {
    return { bytes: await part.toBuffer(), name: part.filename, fields: Object.fromEntries(fields) };
  } catch (error) {
    if (part.file.truncated) throw fileTooLarge({ mostMegabytes: mostBytes / 1024 / 1024 });
    throw error;
  }
};
