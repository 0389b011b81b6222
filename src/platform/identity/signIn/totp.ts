import { createHmac, timingSafeEqual } from "node:crypto";

const stepSeconds = 30;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The code of an authenticator app for one step of thirty seconds (RFC 6238 with SHA-1 and six digits, as all apps do). */
export const codeAt = (secret: Uint8Array, step: number): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = mac[mac.length - 1]! & 0x0f;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
};

export const stepOf = (milliseconds: number) => Math.floor(milliseconds / 1000 / stepSeconds);

/** The step a code belongs to, one before or after now for clocks that differ; null when it fits none. */
export const stepOfCode = (secret: Uint8Array, code: string, milliseconds: number): number | null => {
  const now = stepOf(milliseconds);
  const given = Buffer.from(code.padEnd(6).slice(0, 6));
  const fits = [now, now - 1, now + 1].filter((step) =>
    timingSafeEqual(Buffer.from(codeAt(secret, step)), given),
  );
  return fits[0] ?? null;
};

const base32 = (bytes: Uint8Array) => {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("");
};

/** The address an authenticator app reads from a QR code. */
export const otpUri = (secret: Uint8Array, account: string) =>
  `otpauth://totp/${encodeURIComponent(`ChargeCars:${account}`)}?${new URLSearchParams({
    secret: base32(secret),
    issuer: "ChargeCars",
  })}`;
