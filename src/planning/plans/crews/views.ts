import { z } from "zod";
import { Day, filledText, Id, TimeOfDay } from "#platform/contract";

/** How a crew is made: who goes, the leader first, in which van, from where. */
export const CrewMake = z.object({
  memberIds: z.array(Id),
  vanId: Id,
  depot: z.object({ name: z.string(), latitude: z.number(), longitude: z.number() }),
  /** A crew that only the draft has: its day, name and hours, in minutes of the day. */
  isNew: z.object({ on: Day, name: z.string(), from: z.int(), until: z.int() }).optional(),
});
export type CrewMake = z.infer<typeof CrewMake>;

/** A change to who goes with whom; each says how it stood on the screen, and is refused when it stands otherwise by now. */
export const CrewMove = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("person"),
    mechanicId: Id,
    /** `null`: on no crew that day. */
    fromCrewId: Id.nullable(),
    toCrewId: Id.nullable(),
  }),
  z.object({ kind: z.literal("van"), crewId: Id, was: Id, vanId: Id }),
  z.object({ kind: z.literal("depot"), crewId: Id, depotId: Id }),
  /** A crew that is not there yet; its id is made by whoever makes it. */
  z.object({
    kind: z.literal("new"),
    crewId: Id,
    on: Day,
    name: filledText(40),
    vanId: Id,
    mechanicIds: z.array(Id).max(3),
    startsAt: TimeOfDay.optional(),
    endsAt: TimeOfDay.optional(),
  }),
  /** Takes a crew of the draft away again; what stands on it loses its place. */
  z.object({ kind: z.literal("away"), crewId: Id }),
]);
export type CrewMove = z.infer<typeof CrewMove>;
