import { action, notFound, refuseBackwards, refuseFarAhead } from "#platform";
import { planning as contract } from "../../contract.ts";
import { meansChanged } from "../../events.ts";
import { inWords } from "../../inWords.ts";
import { mayPlan } from "../../policy.ts";
import { lockVan, vanView } from "../vans.ts";

export const addVanByHand = action(contract.addVan, async (work, van) => {
  work.authorize(mayPlan(work.actor));
  const { id } = await inWords(
    work.tx
      .insertInto("vans")
      .values({ ...van, createdAt: work.now })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  work.note({ recordType: "van", recordId: id });
  work.announce(meansChanged({ id, what: "van" }));
  return vanView(work.tx, work.now, id);
});

export const changeVan = action(contract.changeVan, async (work, { vanId, ...changes }) => {
  work.authorize(mayPlan(work.actor));
  await lockVan(work.tx, vanId);
  if (Object.keys(changes).length > 0)
    await inWords(work.tx.updateTable("vans").set(changes).where("id", "=", vanId).execute());
  work.note({ recordType: "van", recordId: vanId });
  work.announce(meansChanged({ id: vanId, what: "van" }));
  return vanView(work.tx, work.now, vanId);
});

/** A van goes into repair; the crews that counted on it are told, and stand without a van until they get another. */
export const addRepair = action(contract.addRepair, async (work, { vanId, fromOn, untilOn, reason }) => {
  const { tx, now } = work;
  work.authorize(mayPlan(work.actor));
  refuseFarAhead({ fromOn, untilOn }, now);
  refuseBackwards("untilOn", fromOn, untilOn);
  await lockVan(tx, vanId);
  const repair = { vanId, fromOn, untilOn, reason: reason ?? null };
  await inWords(
    tx
      .insertInto("vanRepairs")
      .values({ ...repair, createdAt: now })
      .execute(),
  );
  const crews = await tx
    .selectFrom("dayCrews")
    .select(["id", "onDay as on", "name"])
    .where("vanId", "=", vanId)
    .where("onDay", ">=", fromOn)
    .where("onDay", "<=", untilOn)
    .orderBy("onDay")
    .execute();
  work.note({ recordType: "van", recordId: vanId, reason: reason ?? "repair" });
  work.announce(meansChanged({ id: vanId, what: "repair" }));
  return { van: await vanView(tx, now, vanId), crews };
});

export const removeRepair = action(contract.removeRepair, async (work, { repairId }) => {
  work.authorize(mayPlan(work.actor));
  const gone = await work.tx
    .deleteFrom("vanRepairs")
    .where("id", "=", repairId)
    .returning("vanId")
    .executeTakeFirst();
  if (!gone) throw notFound();
  work.note({ recordType: "van", recordId: gone.vanId, reason: "repair removed" });
  work.announce(meansChanged({ id: gone.vanId, what: "repair" }));
  return { done: true as const };
});
