import { type Actor, dayOf, instantAt, later, type Platform, timeOf, weekdayOf } from "#platform";
import type { DemoPartner } from "../partners.ts";
import type { Random } from "./random.ts";
import type { Stage } from "./stage.ts";

export interface Scene {
  platform: Platform;
  stage: Stage;
  random: Random;
  noor: Actor;
  fenna: Actor;
  /** Partners whose machines deliver orders. */
  partners: readonly (Pick<DemoPartner, "name" | "format" | "share" | "prefix"> & {
    id: string;
    skus: readonly string[];
    dealers: readonly { groupId: string; code: string }[];
  })[];
  /** Partners who mail or call. */
  callers: readonly string[];
  articleIds: ReadonlyMap<string, string>;
  leaders: ReadonlyMap<string, { userId: string; name: string }>;
}

/** A moment some hours on, when people are awake: between eight in the morning and nine in the evening. */
export const awake = (from: string, hours: number): string => {
  const at = later(from, `PT${Math.max(1, Math.round(hours * 60))}M`);
  const time = timeOf(at);
  if (time < "08:00") return instantAt(dayOf(at), "08:20");
  return time > "21:00" ? later(instantAt(dayOf(at), "21:00"), "PT11H20M") : at;
};

/** The same, on a working day within office hours. */
export const atWork = (from: string, hours: number): string => {
  let at = awake(from, hours);
  while (weekdayOf(dayOf(at)) > 5 || timeOf(at) > "17:00") at = later(instantAt(dayOf(at), "08:30"), "P1D");
  return at;
};

/** Says of everything that waits for a person about an order that it is dealt with. */
export const settle = async ({ platform, stage, noor }: Scene, orderId: string, resolution: string) => {
  const waiting = await platform.database.db
    .selectFrom("exceptions")
    .select("id")
    .where("orderId", "=", orderId)
    .where("resolvedAt", "is", null)
    .orderBy("id")
    .execute();
  for (const { id } of waiting)
    await stage.act(noor, "orders.resolveException", { exceptionId: id, resolution });
};

/** Where an order stands now. */
export const statusOf = async ({ platform }: Scene, orderId: string) =>
  (
    await platform.database.db
      .selectFrom("orders")
      .select("status")
      .where("id", "=", orderId)
      .executeTakeFirstOrThrow()
  ).status;
