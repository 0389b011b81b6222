import { z } from "zod";
import { Day, Done, endpoint, Id } from "#platform/contract";
import { WhatIfChange, WhatIfMore, WhatIfView } from "./views.ts";

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
      "Plan a week twice with the same optimiser, as it is and with other crews, also with quoted and expected work; the plan itself stays",
    method: "POST",
    path: "/planning/what-ifs",
    doors: ["office"],
    body: z.object({
      week: Day,
      /** None: the week as it is, with the work that counts. */
      changes: z.array(WhatIfChange).max(10),
      /** Work that counts beside what was agreed on; of what waits, then only the part that is done in that week. */
      work: z.array(WhatIfMore).max(2).default([]),
    }),
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
