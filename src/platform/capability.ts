import type { Route } from "./action.ts";
import type { Endpoint } from "./contract/index.ts";
import type { Listener } from "./events.ts";
import type { JobKind, Recurring } from "./jobs/jobs.ts";

/** What one room of the house brings along; `main` puts the rooms together. */
export interface Capability {
  name: string;
  routes: readonly Route[];
  /** Calls the capability serves itself, such as those that set a cookie or carry a file; named in the OpenAPI document. */
  endpoints?: readonly Endpoint[];
  listeners?: readonly Listener[];
  jobs?: readonly JobKind<never>[];
  recurring?: readonly Recurring[];
  /** Status machines whose moves the database guards, by record type. */
  statuses?: Readonly<Record<string, { pairs: readonly { from: string; to: string }[] }>>;
}
