import { createHmac, timingSafeEqual } from "node:crypto";

/** Makes and reads the tokens of signed links: the link's id and an HMAC over it, nothing to steal from the database. */
export interface Links {
  tokenOf(linkId: string): string;
  /** The link's id, or null when the token was not made here. */
  read(token: string): string | null;
}

const macBytes = 18;

export const signedLinks = (secret: string): Links => {
  const mac = (id: Buffer) =>
    createHmac("sha256", secret).update("link").update(id).digest().subarray(0, macBytes);
  return {
    tokenOf: (linkId) => {
      const id = Buffer.from(linkId.replaceAll("-", ""), "hex");
      return Buffer.concat([id, mac(id)]).toString("base64url");
    },
    read: (token) => {
      const bytes = Buffer.from(token, "base64url");
      if (bytes.length !== 16 + macBytes) return null;
      const id = bytes.subarray(0, 16);
      if (!timingSafeEqual(mac(id), bytes.subarray(16))) return null;
      return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    },
  };
};
