import { z } from "zod";
import { type JobKind, job, json, outside } from "#platform";
import { changeCrews } from "./changeCrews.ts";
import { compareCrews } from "./compare.ts";
import { whatIfAnswered } from "./events.ts";
import type { WhatIfChange, WhatIfMore } from "./views.ts";
import { weekAsked } from "./weekAsked.ts";

/** Works out a what-if beside the plan: reads the week, plans it twice without holding anything, and keeps the answer. */
export const whatIfJob: JobKind<{ whatIfId: string }> = job(
  "planning/what-if",
  z.object({ whatIfId: z.string() }),
  async ({ tx, now }, { whatIfId }) => {
    const asked = await tx
      .selectFrom("planWhatIfs")
      .selectAll()
      .where("id", "=", whatIfId)
      .executeTakeFirst();
    if (!asked || asked.status !== "running") return;
    const changes = asked.changes as unknown as WhatIfChange[];
    const more = asked.work as WhatIfMore[];
    const { week, means } = await weekAsked(tx, { monday: asked.week, more, now });
    return outside(
      () =>
        compareCrews(week, {
          crews: (count) => changeCrews(week.data.crews, changes, { ...means, more: count }),
          enough: changes.some(({ kind }) => kind === "enough_crews"),
          isOnlyMore: changes.every(({ kind }) => kind === "enough_crews"),
        }),
      async (work, outcome) => {
        if ("error" in outcome) work.services.logError?.(outcome.error, "planning/what-if");
        const ended =
          "value" in outcome
            ? { status: "done", result: json(outcome.value) }
            : { status: "failed", problem: "unforeseen" };
        await work.tx
          .updateTable("planWhatIfs")
          .set({ ...ended, endedAt: work.now })
          .where("id", "=", whatIfId)
          .execute();
        work.announce(whatIfAnswered({ id: whatIfId }));
      },
    );
  },
  { attempts: 2, lease: "PT2M" },
);
