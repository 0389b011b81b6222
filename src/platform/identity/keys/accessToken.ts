import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { IdentitySecrets } from "../secrets.ts";

const tokenMark = "cct_";
const purpose = "access token";

/** How long an access token is good for, in seconds. */
export const accessTokenSeconds = 3600;

const Content = z.object({ key: z.uuid(), until: z.number() });

export const isAccessToken = (text: string) => text.startsWith(tokenMark);

/** A signed token that stands for an API key for one hour; whether the key still lives is asked on every use. */
export const accessTokenOf = (secrets: IdentitySecrets, keyId: string, now: string): string => {
  const until = Math.floor(Date.parse(now) / 1000) + accessTokenSeconds;
  const content = Buffer.from(JSON.stringify({ key: keyId, until })).toString("base64url");
  return `${tokenMark}${content}.${secrets.sign(purpose, content).toString("base64url")}`;
};

/** The id of the key an access token stands for, or null when it was not made here or is over. */
export const readAccessToken = (secrets: IdentitySecrets, token: string, now: string): string | null => {
  const [content = "", signature = ""] = token.slice(tokenMark.length).split(".");
  const given = Buffer.from(signature, "base64url");
  const right = secrets.sign(purpose, content);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const { key, until } = Content.parse(JSON.parse(Buffer.from(content, "base64url").toString()));
  return until * 1000 > Date.parse(now) ? key : null;
};
