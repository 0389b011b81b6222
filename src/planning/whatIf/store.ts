import type { Db } from "#platform";
import type { WhatIfView } from "./views.ts";

const mostRows = 50;

/** What was asked, the newest first, or one of them. */
export const whatIfViews = async (db: Db, id?: string): Promise<WhatIfView[]> => {
  const rows = await db
    .selectFrom("planWhatIfs")
    .select(["id", "week", "changes", "work", "status", "result", "problem", "madeBy", "madeAt"])
    .$if(id !== undefined, (select) => select.where("id", "=", id!))
    .orderBy("madeAt", "desc")
    .orderBy("id", "desc")
    .limit(mostRows)
    .execute();
  return rows as unknown as WhatIfView[];
};
