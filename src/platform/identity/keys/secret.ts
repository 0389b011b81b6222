import { createHash, randomBytes } from "node:crypto";

const keyMark = "cck_";
const shownCharacters = 10;

/** A new secret for a machine: 32 random bytes, marked so that scanners for leaked secrets recognise it. */
export const newSecret = (): string => `${keyMark}${randomBytes(32).toString("base64url")}`;

export const isKeySecret = (text: string) => text.startsWith(keyMark);

/** All that is kept of a secret: enough to recognise it, not to use it. */
export const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/** The beginning of a secret, by which people tell keys apart. */
export const prefixOf = (secret: string): string => secret.slice(0, shownCharacters);
