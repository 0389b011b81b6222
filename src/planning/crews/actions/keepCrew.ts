import { action, refuseFarAhead, refuseIfChanged, type Work, withoutUndefined } from "#platform";
import { planning as contract } from "../../contract.ts";
import { crewChanged } from "../../events.ts";
import { inWords } from "../../inWords.ts";
import { homeDepot } from "../../means/depots.ts";
import { mayPlan } from "../../policy.ts";
import { cardsById } from "../crewCards.ts";
import { crewColumns, crewsWith, insertCrew, lockCrew, writeMembers } from "../crewStore.ts";
import { mustExist } from "../mustExist.ts";
import { crewHasBreaches, crewHasVisits } from "../problems.ts";
import { crewsWithVisits, takeCrewsAway } from "../takeCrewsAway.ts";
import { usualHours } from "../usualHours.ts";
import type { CrewBreach, CrewCard } from "../views.ts";
import { watchCertificates } from "../watchCertificates.ts";

const same = (a: CrewBreach, b: CrewBreach) => a.kind === b.kind && a.detail === b.detail;

/** What a change made wrong is told before it is done; what was wrong already asks for nothing. */
export const mustBeRight = (before: readonly CrewCard[], after: readonly CrewCard[], despite: boolean) => {
  const known = before.flatMap(({ breaches }) => breaches);
  const breaches = after
    .flatMap((crew) => crew.breaches)
    .filter((breach) => !known.some((other) => same(breach, other)));
  if (breaches.length > 0 && !despite) throw crewHasBreaches({ breaches });
};

/** Makes a crew for a day. */
export const makeCrew = action(contract.makeCrew, async (work, { despite, ...given }) => {
  work.authorize(mayPlan(work.actor));
  refuseFarAhead({ on: given.on }, work.now);
  await mustExist(work.tx, given);
  const facts = { ...usualHours, maxJobs: null, start: homeDepot, end: null };
  // People who are away are written as such first, so that the answer can name them; the check below may undo it all.
  const id = await insertCrew(work, { ...facts, ...withoutUndefined(given), despite: true } as never);
  const [crew] = await cardsById(work.tx, [id]);
  mustBeRight([], [crew!], despite);
  work.note({ recordType: "crew", recordId: id });
  work.announce(crewChanged({ id, on: crew!.on, name: crew!.name, what: "made" }));
  return crew!;
});

/** People and places as one value each, to see whether they are the same. */
const flat = (facts: object): Record<string, string> =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, JSON.stringify(value)]));

/** Changes a crew; the answer says how it was, so that the same call puts it back. */
export const changeCrew = action(contract.changeCrew, async (work, { crewId, despite, was, ...given }) => {
  const { tx } = work;
  work.authorize(mayPlan(work.actor));
  await mustExist(tx, given);
  const before = await lockCrew(tx, crewId);
  refuseIfChanged(was && flat(withoutUndefined(was)), flat(before));
  const former = await cardsById(tx, [crewId]);
  const columns = crewColumns(given);
  if (Object.keys(columns).length > 0)
    await inWords(tx.updateTable("dayCrews").set(columns).where("id", "=", crewId).execute());
  if (given.mechanicIds) await writeMembers(work, crewId, before.on, given.mechanicIds, { despite: true });
  const [crew] = await cardsById(tx, [crewId]);
  mustBeRight(former, [crew!], despite);
  await afterChange(work, [crew!]);
  return { crew: crew!, before };
});

/** Audit, live screens, and planned work that lost a certificate. */
export const afterChange = async (work: Work, crews: readonly CrewCard[]) => {
  for (const { id, on, name } of crews) {
    work.note({ recordType: "crew", recordId: id, changes: { on: [null, on] } });
    work.announce(crewChanged({ id, on, name, what: "changed" }));
  }
  if (crews.some(({ visits }) => visits > 0)) await watchCertificates(work);
};

/** Takes crews away on which nothing stands; visits that were called off let go of them. */
export const removeCrews = action(contract.removeCrews, async (work, { crewIds }) => {
  const { tx } = work;
  work.authorize(mayPlan(work.actor));
  const removed = await crewsWith(tx, { ids: crewIds });
  for (const on of new Set(removed.map((crew) => crew.on)))
    await tx.selectFrom("dayCrews").select("id").where("onDay", "=", on).orderBy("id").forUpdate().execute();
  const taken = await crewsWithVisits(tx, crewIds);
  if (taken.length > 0) throw crewHasVisits({ crews: taken.map(({ name }) => name) });
  await takeCrewsAway(work, removed, "removed");
  return { removed };
});
