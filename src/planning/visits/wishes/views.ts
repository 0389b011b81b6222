import { z } from "zod";
import { Day, Id, TimeOfDay, text } from "#platform/contract";
import { DayPartName, VisitKind } from "../views.ts";

/** Hours of a day between which the work begins. */
export const WishedHours = z.object({ on: Day, from: TimeOfDay, until: TimeOfDay });
export type WishedHours = z.infer<typeof WishedHours>;

/** What a visit asks of a plan; nothing is no wish. */
export const VisitWishes = z.object({
  /** From 1 to 10; by the order when it is not told. */
  priority: z.int().min(1).max(10).nullable(),
  /** A plan that leaves it out is wrong. */
  mustDo: z.boolean(),
  /** Leaving it out of a plan that ends before this day costs nothing. */
  mayWaitUntil: Day.nullable(),
  notBefore: Day.nullable(),
  wishedPart: DayPartName.nullable(),
  /** With any, the work begins within one of them, and other days are not allowed. One for each half day. */
  hours: z.array(WishedHours).max(20),
  preferredCrewName: text(80).nullable(),
  preferredMechanicId: Id.nullable(),
  /** The visit of the same order it comes after, or begins together with. */
  link: z.object({ visitId: Id, kind: z.enum(["after", "together"]) }).nullable(),
});
export type VisitWishes = z.infer<typeof VisitWishes>;

/** The wishes with the visits of the same order that it may be linked to. */
export const VisitWishesView = VisitWishes.extend({
  others: z.array(z.object({ id: Id, number: z.string(), kind: VisitKind })),
});
export type VisitWishesView = z.infer<typeof VisitWishesView>;
