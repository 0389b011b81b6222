import type { Capability } from "../capability.ts";
import { tidyUp } from "../tidy.ts";
import { addUser } from "./actions/addUser.ts";
import { changeUser } from "./actions/changeUser.ts";
import { createApiKey } from "./actions/createApiKey.ts";
import { inviteUser } from "./actions/inviteUser.ts";
import { resetSecondFactor } from "./actions/resetSecondFactor.ts";
import { revokeApiKey } from "./actions/revokeApiKey.ts";
import { rotateApiKey } from "./actions/rotateApiKey.ts";
import { identity as contract } from "./contract.ts";
import { apiKeys } from "./queries/apiKeys.ts";
import { users } from "./queries/users.ts";
import { sendSignInLink } from "./signIn/links.ts";

/** People, keys and links: who may come in. Calls that set a cookie are added by `addIdentityRoutes`. */
export const identity: Capability = {
  name: "identity",
  routes: [
    users,
    addUser,
    changeUser,
    inviteUser,
    resetSecondFactor,
    apiKeys,
    createApiKey,
    rotateApiKey,
    revokeApiKey,
  ],
  jobs: [sendSignInLink],
  recurring: [tidyUp],
  endpoints: [
    contract.signIn,
    contract.signInByLink,
    contract.requestMagicLink,
    contract.signOut,
    contract.me,
    contract.changePassword,
    contract.startSecondFactor,
    contract.confirmSecondFactor,
    contract.secondFactor,
    contract.makeRecoveryCodes,
    contract.accessToken,
  ],
};
