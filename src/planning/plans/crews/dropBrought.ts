import type { Db, Work } from "#platform";
import { crewsWith } from "../../crews/crewStore.ts";
import { crewsWithVisits, takeCrewsAway } from "../../crews/takeCrewsAway.ts";
import type { CrewFacts } from "../../crews/views.ts";
import { lockDays } from "../../slots/crewState.ts";
import { isLocked, type PlanState } from "../planState.ts";
import { type CrewStepMove, sameMake } from "./make.ts";
import { timeOfMinutes } from "./makeStore.ts";
import { crewChanges } from "./publishCrews.ts";
import type { CrewMake } from "./views.ts";

type Brought = CrewMake & Required<Pick<CrewMake, "isNew">>;
const isBrought = (make: CrewMake | null): make is Brought => make?.isNew !== undefined;

/** The crews that a publication brought, as it made them. */
const broughtBy = async (db: Db, planId: string): Promise<ReadonlyMap<string, Brought>> => {
  const { publishedCrews } = await db
    .selectFrom("plans")
    .select("publishedCrews")
    .where("id", "=", planId)
    .executeTakeFirstOrThrow();
  const steps = publishedCrews as unknown as CrewStepMove[];
  return new Map(steps.flatMap(({ crewId, after }) => (isBrought(after) ? [[crewId, after] as const] : [])));
};

/** With nobody on it, and else as it was brought. */
const isBare = (crew: CrewFacts, { isNew, vanId, depot }: Brought) =>
  crew.mechanicIds.length === 0 &&
  crew.on === isNew.on &&
  crew.name === isNew.name &&
  crew.startsAt === timeOfMinutes(isNew.from) &&
  crew.endsAt === timeOfMinutes(isNew.until) &&
  crew.vanId === vanId &&
  crew.start.name === depot.name &&
  crew.maxJobs === null &&
  crew.end === null;

/** Those of some crews, as they are after steps, that stand as they were brought, with nobody and nothing on them. */
const thatGo = (
  crews: readonly CrewFacts[],
  brought: ReadonlyMap<string, Brought>,
  { steps, inUse }: { steps: readonly CrewStepMove[]; inUse: ReadonlySet<string> },
): CrewFacts[] => {
  const before = new Map(steps.map((step) => [step.crewId, step.before]));
  return crews.filter((crew) => {
    const make = brought.get(crew.id)!;
    const was = before.get(crew.id) ?? { ...make, memberIds: [] };
    return !inUse.has(crew.id) && isBare(crew, make) && sameMake(was, make);
  });
};

/** A crew as a step leaves it. */
const asMade = (crew: CrewFacts, make: CrewMake | null | undefined): CrewFacts =>
  make ? { ...crew, mechanicIds: make.memberIds, vanId: make.vanId, start: make.depot } : crew;

/** Crews on which something stands once a draft is published. */
const inUseAfter = async (db: Db, crewIds: readonly string[], state: PlanState): Promise<Set<string>> => {
  const rows = await db
    .selectFrom("visits")
    .select(["id", "crewId"])
    .where("crewId", "in", crewIds)
    .where("status", "<>", "cancelled")
    .execute();
  const mayMove = new Set(state.data.visits.filter((visit) => !isLocked(visit)).map(({ id }) => id));
  const stays = rows.flatMap(({ id, crewId }) => (crewId && !mayMove.has(id) ? [crewId] : []));
  return new Set([...stays, ...[...state.places.values()].map(({ crewId }) => crewId)]);
};

/** Crews that go once a draft that takes a publication back is published, as it stands now. */
export const crewsThatGo = async (db: Db, publicationId: string, state: PlanState): Promise<CrewFacts[]> => {
  const brought = await broughtBy(db, publicationId);
  if (brought.size === 0) return [];
  const ids = [...brought.keys()];
  const steps = crewChanges(state.data);
  const after = new Map(steps.map((step) => [step.crewId, step.after]));
  const [crews, inUse] = await Promise.all([crewsWith(db, { ids }), inUseAfter(db, ids, state)]);
  const made = crews.map((crew) => asMade(crew, after.get(crew.id)));
  return thatGo(made, brought, { steps, inUse });
};

/**
 * Crews that a publication brought go when it is taken back: those with nobody and nothing on them that nobody changed since. The steps
 * come back with these as gone.
 */
export const dropBrought = async (
  work: Work,
  publicationId: string,
  steps: readonly CrewStepMove[],
): Promise<CrewStepMove[]> => {
  const { tx } = work;
  const brought = await broughtBy(tx, publicationId);
  if (brought.size === 0) return [...steps];
  await lockDays(tx, { days: [...new Set([...brought.values()].map(({ isNew }) => isNew.on))] });
  const ids = [...brought.keys()];
  const inUse = new Set((await crewsWithVisits(tx, ids)).map(({ id }) => id));
  const gone = thatGo(await crewsWith(tx, { ids }), brought, { steps, inUse });
  await takeCrewsAway(work, gone, "publication taken back");
  const isGone = new Set(gone.map(({ id }) => id));
  return [
    ...steps.filter(({ crewId }) => !isGone.has(crewId)),
    ...gone.map(({ id: crewId }) => ({ crewId, before: brought.get(crewId)!, after: null })),
  ];
};
