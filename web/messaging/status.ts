import type { Tone } from "../ui/theme.ts";

/** The tone of a mail's status. */
export const messageTones: Record<"queued" | "kept" | "sent" | "failed", Tone> = {
  queued: "neutral",
  kept: "info",
  sent: "success",
  failed: "danger",
};
