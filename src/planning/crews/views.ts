import { z } from "zod";
import { Day, Id, TimeOfDay } from "#platform/contract";

export const CrewDayView = z.object({
  id: Id,
  on: Day,
  name: z.string(),
  van: z.string(),
  startsAt: TimeOfDay,
  endsAt: TimeOfDay,
  skills: z.array(z.string()),
  members: z.array(z.object({ id: Id, name: z.string(), firstName: z.string(), isAbsent: z.boolean() })),
});
export type CrewDayView = z.infer<typeof CrewDayView>;
