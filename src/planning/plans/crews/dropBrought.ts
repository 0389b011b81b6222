import type { Tx, Work } from "#platform";
import { crewsWith } from "../../crews/crewStore.ts";
import { crewsWithVisits, takeCrewsAway } from "../../crews/takeCrewsAway.ts";
import type { CrewFacts } from "../../crews/views.ts";
import { lockDays } from "../../slots/crewState.ts";
import { type CrewStepMove, sameMake } from "./make.ts";
import { timeOfMinutes } from "./makeStore.ts";
import type { CrewMake } from "./views.ts";

type Brought = CrewMake & Required<Pick<CrewMake, "isNew">>;
const isBrought = (make: CrewMake | null): make is Brought => make?.isNew !== undefined;

/** The crews that a publication brought, as it made them. */
const broughtBy = async (tx: Tx, planId: string) => {
  const { publishedCrews } = await tx
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
  const before = new Map(steps.map((step) => [step.crewId, step.before]));
  const isAsBrought = (crew: CrewFacts, make: Brought) =>
    isBare(crew, make) && sameMake(before.get(crew.id) ?? { ...make, memberIds: [] }, make);
  const gone = (await crewsWith(tx, { ids })).filter(
    (crew) => !inUse.has(crew.id) && isAsBrought(crew, brought.get(crew.id)!),
  );
  await takeCrewsAway(work, gone, "publication taken back");
  const isGone = new Set(gone.map(({ id }) => id));
  return [
    ...steps.filter(({ crewId }) => !isGone.has(crewId)),
    ...gone.map(({ id: crewId }) => ({ crewId, before: brought.get(crewId)!, after: null })),
  ];
};
