import type { Capability } from "../capability.ts";
import { clearContent, clearContentNightly } from "./clearContent.ts";
import { files as contract } from "./contract.ts";

/** Pictures and PDFs. Its calls are added by `addFileRoutes`. */
export const files: Capability = {
  name: "files",
  routes: [],
  endpoints: [contract.upload],
  jobs: [clearContent],
  recurring: [clearContentNightly],
};
