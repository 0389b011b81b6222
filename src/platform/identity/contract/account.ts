import { z } from "zod";
import { Done, Email, endpoint, text } from "#platform/contract";
import { Me } from "./shapes.ts";

/** A code of an authenticator app. */
const Totp = z.string().regex(/^\d{6}$/);

/** The second step of signing in: a code of an app, or one of the recovery codes kept for when it is lost. */
const SecondStep = z.string().regex(/^(\d{6}|\d{5}[ -]?\d{5})$/);

/** Ten codes, each good for one time; shown now and never again. */
const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });

/** A password somebody chooses; length is what counts. */
const NewPassword = z.string().min(12).max(200);

/** Signing in and out, and one's own account. */
export const account = {
  signIn: endpoint({
    name: "identity.signIn",
    summary: "Sign in with password, and with a code when the account asks for one",
    method: "POST",
    path: "/identity/sign-in",
    doors: ["public"],
    body: z.object({
      email: Email,
      password: z.string().min(1).max(200),
      totp: SecondStep.optional(),
    }),
    response: z.object({ outcome: z.enum(["signed-in", "second-factor"]) }),
  }),
  requestMagicLink: endpoint({
    name: "identity.requestMagicLink",
    summary: "Send a link to sign in with; the answer is the same for unknown addresses",
    method: "POST",
    path: "/identity/magic-link",
    doors: ["public"],
    body: z.object({ email: Email, returnTo: text(500).optional() }),
    response: Done,
  }),
  signOut: endpoint({
    name: "identity.signOut",
    summary: "End the session",
    method: "POST",
    path: "/identity/sign-out",
    doors: ["office", "field", "partner"],
    response: Done,
  }),
  me: endpoint({
    name: "identity.me",
    summary: "The person who is signed in",
    method: "GET",
    path: "/identity/me",
    doors: ["office", "field", "partner"],
    response: Me,
  }),
  signInByLink: endpoint({
    name: "identity.signInByLink",
    summary: "Sign in with the token of a mailed link, and with a code when the account asks for one",
    method: "POST",
    path: "/identity/sign-in-by-link",
    doors: ["public"],
    body: z.object({ token: z.string().min(20).max(100), totp: SecondStep.optional() }),
    response: z.object({ outcome: z.enum(["signed-in", "second-factor"]) }),
  }),
  changePassword: endpoint({
    name: "identity.changePassword",
    summary: "Choose a password; every other session of this person ends",
    method: "POST",
    path: "/identity/password",
    doors: ["office", "field", "partner"],
    body: z.object({ currentPassword: z.string().max(200).optional(), newPassword: NewPassword }),
    response: Done,
  }),
  startSecondFactor: endpoint({
    name: "identity.startSecondFactor",
    summary: "Begin with an authenticator app; counts from the first code on",
    method: "POST",
    path: "/identity/second-factor",
    doors: ["office", "field", "partner"],
    response: z.object({ uri: z.string() }),
  }),
  confirmSecondFactor: endpoint({
    name: "identity.confirmSecondFactor",
    summary: "Show the first code of the authenticator app; the answer shows the recovery codes once",
    method: "POST",
    path: "/identity/second-factor/confirm",
    doors: ["office", "field", "partner"],
    body: z.object({ totp: Totp }),
    response: RecoveryCodes,
  }),
  secondFactor: endpoint({
    name: "identity.secondFactor",
    summary: "Whether one's own account asks for a second step, and how many recovery codes are left",
    method: "GET",
    path: "/identity/second-factor",
    doors: ["office", "field", "partner"],
    response: z.object({ on: z.boolean(), recoveryCodesLeft: z.int() }),
  }),
  makeRecoveryCodes: endpoint({
    name: "identity.makeRecoveryCodes",
    summary: "Make new recovery codes in place of the former ones; the answer shows them once",
    method: "POST",
    path: "/identity/second-factor/recovery-codes",
    doors: ["office", "field", "partner"],
    body: z.object({ totp: Totp }),
    response: RecoveryCodes,
  }),
};
