import { query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { maySeePlanning } from "../../policy.ts";

export const mechanicsList = query(contract.mechanics, async ({ db, actor, authorize }) => {
  authorize(maySeePlanning(actor));
  const rows = await db
    .selectFrom("mechanics")
    .select(["id", "code", "name", "level", "skills"])
    .where("active", "=", true)
    .orderBy("name")
    .execute();
  return { rows };
});
