import { query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { maySeePlanning } from "../../policy.ts";
import { visits } from "../visitStore.ts";
import { wishesOfVisit } from "./wishStore.ts";

export const visitWishes = query(contract.visitWishes, async ({ db, actor, authorize }, { visitId }) => {
  authorize(maySeePlanning(actor));
  return wishesOfVisit(db, await visits.byId(db, visitId));
});
