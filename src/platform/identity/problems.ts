import { problem } from "../contract/index.ts";

/** One answer for every wrong key, signature, password or unknown name, so that nothing can be found out by trying. */
export const wrongCredentials = problem("platform/wrong-credentials", 401, "These credentials are not valid");
export const tooManyTries = problem<{ retryAfterSeconds: number }>(
  "platform/too-many-tries",
  429,
  "Too many wrong tries; wait before trying again",
);
export const addressNotAllowed = problem(
  "platform/address-not-allowed",
  403,
  "This key may not be used from this address",
);
export const signatureTooOld = problem(
  "platform/signature-too-old",
  401,
  "The timestamp of this signature is more than five minutes away",
);
export const linkExpired = problem<{ expiredAt: string }>(
  "platform/link-expired",
  410,
  "This link is no longer valid; ask for a new one",
);
export const linkWithdrawn = problem("platform/link-withdrawn", 410, "This link was withdrawn");
export const crossSite = problem("platform/cross-site", 403, "This may not be sent from another site");
export const scopeNotForRole = problem<{ scopes: string[] }>(
  "platform/scope-not-for-role",
  422,
  "These scopes may not be given to this role",
);
export const lastAdministrator = problem(
  "platform/last-administrator",
  409,
  "At least one active administrator must stay",
);
export const secondFactorThere = problem(
  "platform/second-factor-there",
  409,
  "There is an authenticator app already; ask an administrator to reset it",
);
