import type { Capability } from "#platform";
import { addAbsence } from "./actions/addAbsence.ts";
import { bookSlot, dropMyVisit, holdSlot } from "./actions/customer.ts";
import { addVisit, bookVisit, cancelVisit, changeVisit, freeVisit, planVisit } from "./actions/office.ts";
import { followOrder } from "./listeners.ts";
import {
  mechanicsList,
  offersForVisit,
  visitById,
  visitsList,
  visitsOfOrder,
  week,
} from "./queries/office.ts";
import { myOffers, myVisit, visitsForPartner } from "./queries/outside.ts";
import { remindOfVisit } from "./reminders.ts";
import { visitStatus } from "./visitStatus.ts";

export { book as bookHalfDay } from "./booking.ts";
export {
  addDayCrew,
  addMechanic,
  addVan,
  homeDepot,
  type NewDayCrew,
  type NewMechanic,
} from "./crews.ts";
export {
  visitCancelled,
  visitEnded,
  visitFreed,
  visitMade,
  visitMoved,
  visitScheduled,
  visitUnderWay,
} from "./events.ts";
export { visitProgress } from "./fieldDoor.ts";
export { offersFor } from "./offersFor.ts";
export { mayPlan, maySeePlanning } from "./policy.ts";
export { type Visit, visits } from "./visitStore.ts";
export { usualWork, visitKindOf, workToDo } from "./workToDo.ts";

/** Who goes when: crews, visits, and the half days that really fit. */
export const planning: Capability = {
  name: "planning",
  routes: [
    week,
    visitsList,
    visitById,
    visitsOfOrder,
    offersForVisit,
    bookVisit,
    planVisit,
    freeVisit,
    cancelVisit,
    addVisit,
    changeVisit,
    mechanicsList,
    addAbsence,
    myVisit,
    myOffers,
    holdSlot,
    bookSlot,
    dropMyVisit,
    visitsForPartner,
  ],
  listeners: [followOrder],
  jobs: [remindOfVisit],
  statuses: { visit: visitStatus },
};
