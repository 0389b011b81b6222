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

/** A depot, somebody's home, or any other place where a day begins or ends. */
export const CrewPlace = z.object({
  name: z.string().max(80),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
export type CrewPlace = z.infer<typeof CrewPlace>;

/** A crew as it is made; with its id the same crew is put back. */
export const CrewFacts = z.object({
  id: Id,
  on: Day,
  name: z.string(),
  vanId: Id,
  mechanicIds: z.array(Id),
  startsAt: TimeOfDay,
  endsAt: TimeOfDay,
  maxJobs: z.int().nullable(),
  start: CrewPlace,
  end: CrewPlace.nullable(),
});
export type CrewFacts = z.infer<typeof CrewFacts>;

/** Something about a crew that is not as it should be. */
export const CrewBreach = z.object({
  kind: z.enum([
    "nobody",
    "needs_senior",
    "person_away",
    "person_off",
    "van_in_repair",
    "skills",
    "hours",
    "max_jobs",
  ]),
  crewName: z.string(),
  detail: z.string(),
});
export type CrewBreach = z.infer<typeof CrewBreach>;

export const CrewCard = CrewFacts.extend({
  van: z.string(),
  visits: z.int(),
  breaches: z.array(CrewBreach),
});
export type CrewCard = z.infer<typeof CrewCard>;

/** One person on one day. */
export const PersonDay = z.object({
  on: Day,
  state: z.enum(["free", "crew", "absent", "off"]),
  crewId: Id.nullable(),
  /** Hours by the roster and what is left of them by absences in part. */
  from: z.int().nullable(),
  until: z.int().nullable(),
  /** Why somebody is away, for the whole day or a part. */
  absence: z.string().nullable(),
  callable: z.boolean(),
});
export type PersonDay = z.infer<typeof PersonDay>;

export const CrewWeek = z.object({
  days: z.array(z.object({ on: Day, works: z.boolean(), name: z.string().nullable() })),
  mechanics: z.array(
    z.object({
      id: Id,
      name: z.string(),
      firstName: z.string(),
      level: z.string(),
      days: z.array(PersonDay),
    }),
  ),
  crews: z.array(CrewCard),
});
export type CrewWeek = z.infer<typeof CrewWeek>;

/** What was left out when crews were made from a template or an earlier day, and why. */
export const Skipped = z.object({
  on: Day,
  crewName: z.string(),
  kind: z.enum([
    "person_away",
    "person_off",
    "person_taken",
    "van_away",
    "van_taken",
    "nobody_left",
    "already_there",
    "closed",
  ]),
  detail: z.string(),
});
export type Skipped = z.infer<typeof Skipped>;
