import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { type ShortMemory, shortMemory } from "./memory.ts";

/** What identity needs of the platform's own secret, and its short memory of who was recognised. */
export interface IdentitySecrets {
  /** Signs the session cookie. */
  sessionSecret: string;
  /** Encrypts a text so that only this platform can read it again (AES-256-GCM). */
  seal(text: string): Buffer;
  open(sealed: Uint8Array): string;
  /** A keyed hash; each purpose has a key of its own. */
  sign(purpose: string, text: string): Buffer;
  memory: ShortMemory;
}

const ivBytes = 12;
const tagBytes = 16;

/** Derives every key identity works with from the platform's one secret. */
export const identitySecrets = (secret: string): IdentitySecrets => {
  const keyFor = (purpose: string) =>
    Buffer.from(hkdfSync("sha256", secret, "", `chargecars ${purpose}`, 32));
  const sealKey = keyFor("sealed secrets");
  const signKey = keyFor("signatures");
  return {
    sessionSecret: keyFor("sessions").toString("hex"),
    seal(text) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv("aes-256-gcm", sealKey, iv);
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
    },
    open(sealed) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv("aes-256-gcm", sealKey, bytes.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return Buffer.concat([
        decipher.update(bytes.subarray(ivBytes + tagBytes)),
        decipher.final(),
      ]).toString();
    },
    sign: (purpose, text) => createHmac("sha256", signKey).update(`${purpose}\n${text}`).digest(),
    memory: shortMemory(),
  };
};
