import { type DayPart, watchPromises } from "#planning";
import { automation, type Day, inTransaction } from "#platform";
import type { Scene } from "./scene.ts";

interface HalfDay {
  on: Day;
  part: DayPart;
}

const away = (from: HalfDay, to: HalfDay) =>
  Math.abs(Date.parse(from.on) - Date.parse(to.on)) / 86_400_000 + (from.part === to.part ? 0 : 0.5);

/**
 * Roads were learned since visits were booked, and some would come too late by now. The planner gives those the half day nearest to
 * the one they had, which may be the same with another crew or in another order, so that the first week one looks at holds nothing that does not fit.
 */
export const keepPromises = async ({ platform, stage, noor }: Pick<Scene, "platform" | "stage" | "noor">) => {
  const { db } = platform.database;
  const asHouse = { action: "planning/watch-promises", actor: automation("demo"), now: stage.now() };
  await inTransaction(platform, asHouse, watchPromises);
  const late = await db
    .selectFrom("exceptions as e")
    .innerJoin("visits as v", (join) => join.on((on) => on("e.key", "=", on.cast<string>("v.id", "text"))))
    .select(["v.id", "v.onDay", "v.dayPart"])
    .where("e.kind", "=", "promise_at_risk")
    .where("e.resolvedAt", "is", null)
    .orderBy("v.number")
    .execute();
  for (const { id: visitId, onDay, dayPart } of late) {
    const had = { on: onDay!, part: dayPart as DayPart };
    const { offers } = await stage.ask<{ offers: HalfDay[] }>(noor, "planning.offersForVisit", { visitId });
    const [nearest] = offers.toSorted((a, b) => away(had, a) - away(had, b));
    if (!nearest) continue;
    const { on, part } = nearest;
    const reason = "De reistijd valt langer uit dan gedacht.";
    await stage.act(noor, "planning.bookVisit", { visitId, on, part, reason });
  }
};
