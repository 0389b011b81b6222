import { z } from "zod";
import { dayOf, daysAfter, type JobKind, job, json, outside } from "#platform";
import { planData } from "../plans/planData.ts";
import { changeCrews } from "./changeCrews.ts";
import { compareCrews } from "./compare.ts";
import { whatIfAnswered } from "./events.ts";
import type { WhatIfChange } from "./views.ts";

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
    const { week } = asked;
    const [data, depots] = await Promise.all([
      planData(tx, { from: week, until: daysAfter(week, 6) }),
      tx.selectFrom("depots").select(["id", "latitude", "longitude"]).execute(),
    ]);
    const crews = changeCrews(data.crews, asked.changes as unknown as WhatIfChange[], { week, depots });
    return outside(
      () => compareCrews(data, crews, dayOf(now)),
      async (work, outcome) => {
        const ended =
          "value" in outcome
            ? { status: "done", result: json(outcome.value) }
            : {
                status: "failed",
                problem: outcome.error instanceof Error ? outcome.error.message : String(outcome.error),
              };
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
