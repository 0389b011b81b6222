import type { Capability } from "#platform";
import { week } from "./crews/queries/week.ts";
import { addAbsence } from "./people/actions/addAbsence.ts";
import { mechanicsList } from "./people/queries/mechanics.ts";
import { bookSlot, dropMyVisit, holdSlot } from "./slots/actions/customer.ts";
import {
  addVisit,
  bookVisit,
  cancelVisit,
  changeVisit,
  freeVisit,
  planVisit,
} from "./visits/actions/office.ts";
import { followOrder } from "./visits/listeners.ts";
import { offersForVisit, visitById, visitsList, visitsOfOrder } from "./visits/queries/office.ts";
import { myOffers, myVisit, visitsForPartner } from "./visits/queries/outside.ts";
import { remindOfVisit } from "./visits/reminders.ts";
import { visitStatus } from "./visits/visitStatus.ts";

export {
  addDayCrew,
  addDayCrews,
  addMechanic,
  addVan,
  homeDepot,
  type NewDayCrew,
  type NewMechanic,
} from "./crews/crews.ts";
export { mayPlan, maySeePlanning } from "./policy.ts";
export { book as bookHalfDay } from "./slots/booking.ts";
export { offersFor } from "./slots/offersFor.ts";
export {
  visitCancelled,
  visitEnded,
  visitFreed,
  visitMade,
  visitMoved,
  visitScheduled,
  visitUnderWay,
} from "./visits/events.ts";
export { visitProgress } from "./visits/fieldDoor.ts";
export { type Visit, visits } from "./visits/visitStore.ts";
export { usualWork, visitKindOf, workToDo } from "./visits/workToDo.ts";

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
