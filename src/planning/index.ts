import type { Capability } from "#platform";
import { addPeriod, chooseWorkingDay, removePeriod } from "./calendar/actions/keepCalendar.ts";
import { calendar } from "./calendar/queries/calendar.ts";
import { capacity } from "./capacity/queries/capacity.ts";
import { capacityParts } from "./capacity/queries/capacityParts.ts";
import { assignMechanic } from "./crews/actions/assignMechanic.ts";
import { fillCrews } from "./crews/actions/fillCrews.ts";
import { changeCrew, makeCrew, removeCrews } from "./crews/actions/keepCrew.ts";
import { removeTemplate, saveTemplate } from "./crews/actions/keepTemplates.ts";
import { crewTemplatesList, crewWeek } from "./crews/queries/crewWeek.ts";
import { week } from "./crews/queries/week.ts";
import { watchCertificatesDaily } from "./crews/watchCertificates.ts";
import { learnDurationsNightly } from "./durations/learn.ts";
import { durations } from "./durations/queries/durations.ts";
import { myEarlier, takeEarlier, wishEarlier } from "./earlier/customer.ts";
import { offerWhenCancelled, offerWhenFreed, offerWhenMoved } from "./earlier/offerFreed.ts";
import { inviteEarlier, putOnWaitingList, takeOffWaitingList, withdrawEarlier } from "./earlier/office.ts";
import { waitingList } from "./earlier/waitingList.ts";
import { addDepot } from "./means/actions/addDepot.ts";
import { addRepair, addVanByHand, changeVan, removeRepair } from "./means/actions/keepVan.ts";
import { depotsList, vansList } from "./means/queries/means.ts";
import { addAbsence } from "./people/actions/addAbsence.ts";
import { decideAbsence } from "./people/actions/decideAbsence.ts";
import { addCertificate, changeCertificate, removeCertificate } from "./people/actions/keepCertificate.ts";
import { addMechanicByHand, changeMechanic } from "./people/actions/keepMechanic.ts";
import { setRoster } from "./people/actions/setRoster.ts";
import { absenceHits, absencesList } from "./people/queries/absences.ts";
import { mechanicsList } from "./people/queries/mechanics.ts";
import { changePlan } from "./plans/actions/changePlan.ts";
import { changePlanCrews } from "./plans/actions/changePlanCrews.ts";
import { discardPlan, makePlan, renamePlan } from "./plans/actions/keepPlan.ts";
import { optimisePlan, stopRun } from "./plans/actions/optimisePlan.ts";
import { pinVisits } from "./plans/actions/pinVisits.ts";
import { publishPlan } from "./plans/actions/publishPlan.ts";
import { repair } from "./plans/actions/repair.ts";
import { takeBackPlan } from "./plans/actions/takeBack.ts";
import { takeRepair } from "./plans/actions/takeRepair.ts";
import { redoPlan, undoPlan } from "./plans/actions/undoPlan.ts";
import { clearOfferedNightly } from "./plans/offered.ts";
import { optimiseJob } from "./plans/optimiseJob.ts";
import { placesFor, plan, planRun, plans, publications } from "./plans/queries/plans.ts";
import { changeSettings } from "./settings/actions/changeSettings.ts";
import { tuneEntity } from "./settings/actions/tuneEntity.ts";
import { previewSettings } from "./settings/queries/previewSettings.ts";
import { settings } from "./settings/queries/settings.ts";
import { bookSlot, dropMyVisit, holdSlot } from "./slots/actions/customer.ts";
import { forgetCrewChanges } from "./slots/crewRows.ts";
import { watchPromisesDaily } from "./slots/watchPromises.ts";
import { watchRoomDaily } from "./slots/watchRoom.ts";
import { askRoadsOften, askRouter } from "./travel/askRoads.ts";
import { learnTripsNightly } from "./travel/ownTrips.ts";
import { travel } from "./travel/queries/travel.ts";
import {
  addVisit,
  bookVisit,
  cancelVisit,
  changeVisit,
  freeVisit,
  planVisit,
} from "./visits/actions/office.ts";
import { closeUpAfterCancelled, closeUpAfterFreed, closeUpAfterMove } from "./visits/closeUp.ts";
import { followOrder } from "./visits/listeners.ts";
import { offersForVisit, visitById, visitsList, visitsOfOrder } from "./visits/queries/office.ts";
import { myOffers, myVisit, visitsForPartner } from "./visits/queries/outside.ts";
import { remindOfVisit } from "./visits/reminders.ts";
import { visitStatus } from "./visits/visitStatus.ts";
import { setVisitWishes } from "./visits/wishes/setVisitWishes.ts";
import { visitWishes } from "./visits/wishes/visitWishes.ts";
import { askWhatIf } from "./whatIf/actions/askWhatIf.ts";
import { dropWhatIf } from "./whatIf/actions/dropWhatIf.ts";
import { whatIfs } from "./whatIf/queries/whatIfs.ts";
import { whatIfJob } from "./whatIf/whatIfJob.ts";

export { type CalendarDay, calendarDays } from "./calendar/workingDays.ts";
export { fillDays } from "./crews/actions/fillCrews.ts";
export { addDayCrew, addDayCrews, type NewDayCrew } from "./crews/crews.ts";
export { keepTemplate } from "./crews/templates.ts";
export { watchCertificates } from "./crews/watchCertificates.ts";
export { crewChanged, meansChanged } from "./events.ts";
export { homeDepot, insertDepot } from "./means/depots.ts";
export { addVan, type NewVan } from "./means/vans.ts";
export { addMechanic, type NewMechanic } from "./people/mechanics.ts";
export { mayPlan, maySeePlanning } from "./policy.ts";
export { book as bookHalfDay } from "./slots/booking.ts";
export { crewDays, instantOf } from "./slots/crewState.ts";
export { type DayPart, windowOf } from "./slots/dayPart.ts";
export { fitsOn, offersIn } from "./slots/offers.ts";
export { offerDays, offersFor, wishOf } from "./slots/offersFor.ts";
export { type CrewDay, routeOf } from "./slots/route.ts";
export { slotSettings } from "./slots/slotSettings.ts";
export { watchPromises } from "./slots/watchPromises.ts";
export { forgetRoads } from "./travel/roads.ts";
export { type Router, routerAt } from "./travel/routers/index.ts";
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
    visitWishes,
    setVisitWishes,
    crewWeek,
    makeCrew,
    changeCrew,
    assignMechanic,
    removeCrews,
    fillCrews,
    crewTemplatesList,
    saveTemplate,
    removeTemplate,
    mechanicsList,
    addMechanicByHand,
    changeMechanic,
    addCertificate,
    changeCertificate,
    removeCertificate,
    setRoster,
    absencesList,
    absenceHits,
    addAbsence,
    decideAbsence,
    vansList,
    addVanByHand,
    changeVan,
    addRepair,
    removeRepair,
    depotsList,
    addDepot,
    calendar,
    chooseWorkingDay,
    addPeriod,
    removePeriod,
    myVisit,
    myOffers,
    holdSlot,
    bookSlot,
    dropMyVisit,
    myEarlier,
    wishEarlier,
    takeEarlier,
    waitingList,
    putOnWaitingList,
    takeOffWaitingList,
    inviteEarlier,
    withdrawEarlier,
    capacity,
    capacityParts,
    whatIfs,
    askWhatIf,
    dropWhatIf,
    settings,
    tuneEntity,
    changeSettings,
    previewSettings,
    visitsForPartner,
    plans,
    plan,
    makePlan,
    renamePlan,
    discardPlan,
    changePlan,
    changePlanCrews,
    pinVisits,
    undoPlan,
    redoPlan,
    placesFor,
    optimisePlan,
    planRun,
    stopRun,
    publishPlan,
    publications,
    takeBackPlan,
    repair,
    takeRepair,
    durations,
    travel,
  ],
  listeners: [
    followOrder,
    closeUpAfterMove,
    closeUpAfterFreed,
    closeUpAfterCancelled,
    offerWhenFreed,
    offerWhenCancelled,
    offerWhenMoved,
  ],
  jobs: [askRouter, remindOfVisit, optimiseJob, whatIfJob],
  recurring: [
    askRoadsOften,
    clearOfferedNightly,
    forgetCrewChanges,
    learnDurationsNightly,
    learnTripsNightly,
    watchCertificatesDaily,
    watchPromisesDaily,
    watchRoomDaily,
  ],
  statuses: { visit: visitStatus },
};
