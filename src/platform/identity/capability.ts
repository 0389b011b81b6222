import type { Capability } from "../capability.ts";
import { createApiKey } from "./actions/createApiKey.ts";
import { revokeApiKey } from "./actions/revokeApiKey.ts";
import { rotateApiKey } from "./actions/rotateApiKey.ts";
import { identity as contract } from "./contract.ts";
import { apiKeys } from "./queries/apiKeys.ts";

/** People, keys and links: who may come in. Calls that set a cookie are added by `addIdentityRoutes`. */
export const identity: Capability = {
  name: "identity",
  routes: [apiKeys, createApiKey, rotateApiKey, revokeApiKey],
  endpoints: [
    contract.signIn,
    contract.signInByLink,
    contract.requestMagicLink,
    contract.signOut,
    contract.me,
    contract.changePassword,
    contract.startSecondFactor,
    contract.confirmSecondFactor,
    contract.accessToken,
  ],
};
