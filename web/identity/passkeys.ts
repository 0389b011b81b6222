import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import { Problem } from "#platform/contract";
import { problemOf } from "../api/call.ts";

const root = "/api/v1/identity/passkeys/passkey";

/** A passkey of one's own account. */
export interface Passkey {
  id: string;
  createdAt: string;
}

/** The ceremonies are the library's and stand in no contract; what goes wrong is told in our words. */
const ask = async <Answer>(path: string, body?: object): Promise<Answer> => {
  const response = await fetch(`${root}/${path}`, {
    credentials: "same-origin",
    method: body ? "POST" : "GET",
    ...(body ? { headers: { "content-type": "application/json" }, body: JSON.stringify(body) } : {}),
  }).catch(() => {
    throw new Problem("web/no-connection", 0, "No connection to the server");
  });
  if (response.ok) return (await response.json()) as Answer;
  const { code } = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { code?: string };
  if (code === "SESSION_NOT_FRESH") throw new Problem("web/passkey-session-old", 403, "Sign in again first");
  if (code) throw new Problem("web/passkey-refused", response.status, "This passkey is not known here");
  throw await problemOf(response);
};

/** Whoever closes the window of the browser has done nothing wrong. */
const unlessClosed = async <T>(ceremony: Promise<T>): Promise<T | undefined> =>
  ceremony.catch((error: unknown) => {
    if (error instanceof Error && (error.name === "NotAllowedError" || error.name === "AbortError"))
      return undefined;
    throw new Problem("web/passkey-refused", 0, "This passkey cannot be used here");
  });

/** Whether this browser can keep passkeys at all. */
export const knowsPasskeys = () => typeof globalThis.PublicKeyCredential === "function";

export const listPasskeys = () => ask<Passkey[]>("list-user-passkeys");
export const removePasskey = (id: string) => ask<object>("delete-passkey", { id });

/** Makes a passkey on this device; false when the window was closed. */
export const addPasskey = async (): Promise<boolean> => {
  const optionsJSON = await ask<PublicKeyCredentialCreationOptionsJSON>("generate-register-options");
  const { startRegistration } = await import("@simplewebauthn/browser");
  const response = await unlessClosed(startRegistration({ optionsJSON }));
  if (!response) return false;
  await ask("verify-registration", { response });
  return true;
};

/** Signs in with a passkey of this device; false when the window was closed. */
export const signInWithPasskey = async (): Promise<boolean> => {
  const optionsJSON = await ask<PublicKeyCredentialRequestOptionsJSON>("generate-authenticate-options");
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const response = await unlessClosed(startAuthentication({ optionsJSON }));
  if (!response) return false;
  await ask("verify-authentication", { response });
  return true;
};
