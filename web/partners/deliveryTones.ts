import type { z } from "zod";
import type { DeliveryRow } from "#partners/contract";
import type { Tone } from "../ui/theme.ts";

/** The tone of a message to a partner. */
export const deliveryTones: Record<z.infer<typeof DeliveryRow>["status"], Tone> = {
  waiting: "info",
  delivered: "success",
  failed: "danger",
};
