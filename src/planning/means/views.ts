import { z } from "zod";
import { Day, Id } from "#platform/contract";

export const VanKind = z.enum(["bus", "van", "truck", "car", "trailer"]);

export const VanView = z.object({
  id: Id,
  plate: z.string(),
  name: z.string(),
  kind: VanKind,
  skills: z.array(z.string()),
  equipment: z.array(z.string()),
  capacity: z.int().nullable(),
  active: z.boolean(),
  /** Repairs that are not over. */
  repairs: z.array(z.object({ id: Id, fromOn: Day, untilOn: Day, reason: z.string().nullable() })),
});
export type VanView = z.infer<typeof VanView>;

export const DepotView = z.object({
  id: Id,
  name: z.string(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  latitude: z.number(),
  longitude: z.number(),
  active: z.boolean(),
});
export type DepotView = z.infer<typeof DepotView>;
