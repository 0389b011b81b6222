import { absencesOf, type DrivenDay, type DrivenStop } from "../optimizer/drive.ts";
import type { Slot } from "../optimizer/model.ts";
import type { Breach } from "../optimizer/rules/index.ts";
import { pointOf } from "../slots/crewState.ts";
import { makeOf, sameMake } from "./crews/make.ts";
import { crewChanges } from "./crews/publishCrews.ts";
import type { CrewFacts } from "./planCrews.ts";
import { inForce, type VisitFacts } from "./planData.ts";
import { isFirm, isLocked, type PlanState } from "./planState.ts";
import { nearlySamePlace } from "./planStore.ts";
import type { PlanDay, PlanPlace, PlanScore, PlanVisit } from "./views.ts";
import { whyNot } from "./whyNot.ts";

interface Standing {
  day: DrivenDay;
  stop: DrivenStop;
}

/** A plan in the words of the board, looked up by visit and crew. */
export const planView = (state: PlanState) => {
  const { scored, data } = state;
  const standing = new Map<string, Standing>();
  for (const day of scored.days) for (const stop of day.stops) standing.set(stop.task.id, { day, stop });
  const ofVisit = Map.groupBy(scored.breaches, ({ visitId }) => visitId ?? "");
  const ofCrew = Map.groupBy(
    scored.breaches.filter(({ visitId }) => visitId === null),
    ({ crewId }) => crewId ?? "",
  );
  const crews = new Map(data.crews.map((crew) => [crew.crewId, crew]));
  return {
    score: () => scoreOf(state, standing),
    days: (crewIds?: ReadonlySet<string>): PlanDay[] =>
      scored.days
        .filter(({ slot }) => !crewIds || crewIds.has(slot.crewId))
        .map((day) => dayView(state, day, crews.get(day.slot.crewId)!, ofCrew.get(day.slot.crewId) ?? [])),
    visits: (ids?: ReadonlySet<string>): PlanVisit[] =>
      data.visits
        .filter(({ id }) => !ids || ids.has(id))
        .map((visit) => visitView(state, visit, standing.get(visit.id), ofVisit.get(visit.id) ?? [])),
  };
};

const placeOf = (state: PlanState, { day, stop }: Standing): PlanPlace => ({
  crewId: day.slot.crewId,
  on: day.slot.on,
  part: stop.placed.part,
  start: stop.start,
  isPinned: state.places.get(stop.task.id)?.isPinned ?? false,
});

const visitView = (
  state: PlanState,
  visit: VisitFacts,
  stands: Standing | undefined,
  breaches: readonly Breach[],
): PlanVisit => {
  const { latitude, longitude } = pointOf(visit);
  const at = stands ? placeOf(state, stands) : null;
  const before = inForce(visit);
  return {
    id: visit.id,
    number: visit.number,
    orderId: visit.orderId,
    orderNumber: visit.orderNumber,
    businessEntity: visit.businessEntity,
    customerName: visit.customerName,
    place: visit.place,
    postalCode: visit.postalCode,
    latitude,
    longitude,
    kind: visit.kind as PlanVisit["kind"],
    status: visit.status as PlanVisit["status"],
    minutes: visit.minutes,
    skills: visit.skills,
    priority: visit.priority,
    mustDo: visit.mustDo,
    wishedPart: visit.wishedPart,
    linkedToId: visit.linkedToId,
    linkKind: visit.linkKind,
    isFirm: isFirm(visit),
    isLocked: isLocked(visit),
    at,
    ends: stands ? stands.stop.end : null,
    travelMinutes: stands ? stands.stop.drives : null,
    inForce: before,
    // What departed or is over stays where it is, also when its crew does not go out any more.
    isChanged: !isLocked(visit) && !nearlySamePlace(at, before),
    terms: state.scored.ofVisit.get(visit.id) ?? [],
    breaches: stands ? [...breaches] : [...breaches, ...whyNot(state, visit.id)],
  };
};

const dayView = (
  state: PlanState,
  { slot, stops, backAt, drivesBack }: DrivenDay,
  crew: CrewFacts,
  breaches: readonly Breach[],
): PlanDay => {
  const before = state.data.crewsInForce.find(({ crewId }) => crewId === crew.crewId);
  const workMinutes = stops.reduce((sum, { task }) => sum + task.minutes, 0);
  return {
    crewId: slot.crewId,
    on: slot.on,
    name: crew.name,
    vanId: crew.vanId,
    van: crew.van,
    depotName: crew.depotName,
    members: membersOf(crew, before),
    isNew: crew.isNew ?? false,
    crewInForce: before && isMadeOtherwise(crew, before) ? namesOf(before) : null,
    skills: crew.skills,
    opens: slot.opens,
    closes: slot.closes,
    idle: idleOf(slot),
    maxJobs: slot.maxJobs,
    latitude: slot.start.latitude,
    longitude: slot.start.longitude,
    endLatitude: slot.end.latitude,
    endLongitude: slot.end.longitude,
    visitIds: stops.map(({ task }) => task.id),
    backAt,
    travelMinutes: stops.reduce((sum, { drives }) => sum + drives, drivesBack),
    workMinutes,
    overtimeMinutes: Math.max(0, backAt - slot.closes),
    terms: state.scored.ofDay.get(slot.crewId) ?? [],
    breaches: [...breaches],
  };
};

const idleOf = (slot: Slot): PlanDay["idle"] => {
  const { opens, closes, lunch } = slot;
  const hasLunch = lunch && lunch.from < lunch.until && opens < lunch.from && closes > lunch.until;
  return [
    ...(hasLunch ? [{ why: "lunch" as const, ...lunch }] : []),
    ...absencesOf(slot).map((absence) => ({ why: "away" as const, ...absence })),
  ];
};

const isMadeOtherwise = (crew: CrewFacts, before: CrewFacts) => !sameMake(makeOf(crew), makeOf(before));

const membersOf = ({ members }: CrewFacts, before: CrewFacts | undefined): PlanDay["members"] => {
  const former = new Set(before?.members.map(({ id }) => id));
  return members.map(({ id, name, firstName, isAbsent }) => ({
    id,
    name,
    firstName,
    isAbsent,
    isMoved: !former.has(id),
  }));
};

const namesOf = ({ members, van, depotName }: CrewFacts): PlanDay["crewInForce"] => ({
  members: members.map(({ name }) => name),
  van,
  depotName,
});

const scoreOf = (state: PlanState, standing: ReadonlyMap<string, Standing>): PlanScore => {
  const { scored, data } = state;
  const days = scored.days.map((day) =>
    dayView(state, day, data.crews.find(({ crewId }) => crewId === day.slot.crewId)!, []),
  );
  const sum = (of: (day: PlanDay) => number) => days.reduce((total, day) => total + of(day), 0);
  let moved = 0;
  let customersToCall = 0;
  for (const visit of data.visits.filter((each) => !isLocked(each))) {
    const before = inForce(visit);
    const stands = standing.get(visit.id);
    const at = stands ? placeOf(state, stands) : null;
    if (before && (!at || at.crewId !== before.crewId || at.part !== before.part)) moved += 1;
    if (before && isFirm(visit) && (!at || at.on !== before.on || at.part !== before.part))
      customersToCall += 1;
  }
  return {
    total: scored.total,
    visits: data.visits.length,
    planned: standing.size,
    priorityPlanned: data.visits.reduce(
      (total, { id, priority }) => total + (standing.has(id) ? priority : 0),
      0,
    ),
    priorityAll: data.visits.reduce((total, { priority }) => total + priority, 0),
    travelMinutes: sum((day) => day.travelMinutes),
    overtimeMinutes: sum((day) => day.overtimeMinutes),
    breaches: scored.breaches.length,
    moved,
    customersToCall,
    crewsChanged: crewChanges(data).length,
  };
};
