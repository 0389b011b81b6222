import { account } from "./contract/account.ts";
import { keyEndpoints } from "./contract/keys.ts";
import { userEndpoints } from "./contract/users.ts";

export { ApiKey, KeyKind } from "./contract/keys.ts";
export { EntityBrand, Language, Me, Role, Scope } from "./contract/shapes.ts";
export { User } from "./contract/users.ts";
export { scopeFamilies } from "./scopes.ts";

/** Everything about who comes in: one's own account, people with an account, keys of machines. */
export const identity = { ...account, ...userEndpoints, ...keyEndpoints };
