import { z } from "zod";
import { endpoint, Instant } from "#platform/contract";

/** What may be tuned; null is the product's own. The database holds the same bounds. */
export const PlanningSettings = z.object({
  /** Minutes at the end of each crew's day that only urgent work may use. */
  reserveMinutes: z.int().min(0).max(480).nullable(),
  /** How long a half day is kept for somebody who is choosing. */
  holdMinutes: z.int().min(1).max(120).nullable(),
  /** Until how many hours ahead customers move or drop their appointment themselves. */
  changeUntilHours: z.int().min(0).max(336).nullable(),
  /** How long an earlier half day is offered to somebody of the waiting list. */
  waitingOfferHours: z.int().min(1).max(72).nullable(),
  /** Minute of the day at which everybody has lunch, and for how many minutes; 0 is no lunch. */
  lunchFrom: z.int().min(600).max(900).nullable(),
  lunchMinutes: z.int().min(0).max(120).nullable(),
  /** How many days from tomorrow on customers choose from. */
  offerDays: z.int().min(7).max(56).nullable(),
  /** What a plan pays, in minutes of driving: for a point of priority without a place, for a minute of overtime, */
  priorityWeight: z.int().min(5).max(500).nullable(),
  overtimeWeight: z.int().min(0).max(20).nullable(),
  /** for another crew than the customer knows, for another day than the customer was told, */
  otherCrewWeight: z.int().min(0).max(240).nullable(),
  movedWeight: z.int().min(0).max(480).nullable(),
  /** and how strongly work is spread evenly over crews. */
  evenWeight: z.int().min(0).max(5).nullable(),
});
export type PlanningSettings = z.infer<typeof PlanningSettings>;

/** What an entity may have its own value of: what is between it and its customers. Null is as the group. */
export const EntitySettings = PlanningSettings.pick({
  reserveMinutes: true,
  holdMinutes: true,
  changeUntilHours: true,
  waitingOfferHours: true,
  offerDays: true,
});
export type EntitySettings = z.infer<typeof EntitySettings>;

/** With what the caller saw of what it changes; when that changed meanwhile, nothing is written. */
const withWas = <Shape extends z.ZodRawShape>(fields: z.ZodObject<Shape>) =>
  fields.extend({ was: fields.partial() }).partial();

export const settingsCalls = {
  settings: endpoint({
    name: "planning.settings",
    summary: "What planning is tuned by, beside the product's own values",
    method: "GET",
    path: "/planning/settings",
    doors: ["office"],
    response: z.object({
      tuned: PlanningSettings,
      usual: z.object({
        reserveMinutes: z.int(),
        holdMinutes: z.int(),
        changeUntilHours: z.int(),
        waitingOfferHours: z.int(),
        lunchFrom: z.int(),
        lunchMinutes: z.int(),
        offerDays: z.int(),
        priorityWeight: z.int(),
        overtimeWeight: z.int(),
        otherCrewWeight: z.int(),
        movedWeight: z.int(),
        evenWeight: z.int(),
      }),
      changedAt: Instant.nullable(),
      /** Entities with work on site, each with what it does otherwise than the group. */
      entities: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          tuned: EntitySettings,
          changedAt: Instant.nullable(),
        }),
      ),
    }),
  }),
  changeSettings: endpoint({
    name: "planning.changeSettings",
    summary: "Tune planning; null sets a value back to the product's own, what is not given stays",
    method: "PATCH",
    path: "/planning/settings",
    doors: ["office"],
    body: withWas(PlanningSettings),
    response: PlanningSettings,
  }),
  tuneEntity: endpoint({
    name: "planning.tuneEntity",
    summary: "Tune planning for one entity; null sets a value back to the group's, what is not given stays",
    method: "PATCH",
    path: "/planning/settings/:businessEntity",
    doors: ["office"],
    params: z.object({ businessEntity: z.string().max(40) }),
    body: withWas(EntitySettings),
    response: EntitySettings,
  }),
  previewSettings: endpoint({
    name: "planning.previewSettings",
    summary: "What another reserve does to the half days of visits that wait, beside the reserve of now",
    method: "GET",
    path: "/planning/settings/preview",
    doors: ["office"],
    query: z.object({
      reserveMinutes: z.coerce.number().int().min(0).max(480),
      /** Only visits of this entity; without it those of entities that go by the group's reserve. */
      businessEntity: z.string().max(40).optional(),
    }),
    response: z.object({
      /** Visits that were looked at: the ones that wait longest. */
      visits: z.int(),
      now: z.object({ halfDays: z.int(), without: z.int() }),
      after: z.object({ halfDays: z.int(), without: z.int() }),
    }),
  }),
};
