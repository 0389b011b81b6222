import { sql } from "kysely";
import type { Db, Instant } from "#platform";
import type { WhatIfView } from "./views.ts";

const mostRows = 50;
/** By then the job has been tried as often as it is; one that is still running has lost its process each time. */
const lostAfterMinutes = 10;

/** What was asked, the newest first, or one of them. */
export const whatIfViews = async (db: Db, now: Instant, id?: string): Promise<WhatIfView[]> => {
  const isLost = sql`status = 'running' and made_at + make_interval(mins => ${lostAfterMinutes}) < ${now}`;
  const rows = await db
    .selectFrom("planWhatIfs")
    .select(["id", "week", "changes", "work", "result", "madeBy", "madeAt"])
    .select(sql<string>`case when ${isLost} then 'failed' else status end`.as("status"))
    .select(sql<WhatIfView["problem"]>`case when ${isLost} then 'unforeseen' else problem end`.as("problem"))
    .$if(id !== undefined, (select) => select.where("id", "=", id!))
    .orderBy("madeAt", "desc")
    .orderBy("id", "desc")
    .limit(mostRows)
    .execute();
  return rows as unknown as WhatIfView[];
};
