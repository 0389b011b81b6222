import { z } from "zod";
import { Day, Done, endpoint, Id } from "#platform/contract";
import { WhatIfChange, WhatIfView } from "./views.ts";

const whatIfId = z.object({ whatIfId: Id });

/** A week with other crews, beside the plan. */
export const whatIfCalls = {
  whatIfs: endpoint({
    name: "planning.whatIfs",
    summary: "What was asked before, the newest first",
    method: "GET",
    path: "/planning/what-ifs",
    doors: ["office"],
    response: z.object({ rows: z.array(WhatIfView) }),
  }),
  askWhatIf: endpoint({
    name: "planning.askWhatIf",
    summary:
      "Plan a week twice with the same optimiser, as it is and with other crews; the plan itself stays",
    method: "POST",
    path: "/planning/what-ifs",
    doors: ["office"],
    body: z.object({ week: Day, changes: z.array(WhatIfChange).min(1).max(10) }),
    response: WhatIfView,
    status: 202,
  }),
  dropWhatIf: endpoint({
    name: "planning.dropWhatIf",
    summary: "Throw an answer away",
    method: "DELETE",
    path: "/planning/what-ifs/:whatIfId",
    doors: ["office"],
    params: whatIfId,
    response: Done,
  }),
};
