import type { OrderStatus } from "#orders/contract";
import type { Tone } from "../ui/theme.ts";
import { type Language, useLanguage } from "../words/language.ts";
import { lookUp } from "../words/words.ts";
import { tunedStatus, useTunedStatuses } from "./tunedStatuses.ts";
import { orderWords } from "./words.ts";

/** The tone of each status as the product brings it. */
export const ownTones: Record<OrderStatus, Tone> = {
  new_lead: "warning",
  intake_sent: "info",
  intake_completed: "info",
  quote_draft: "neutral",
  quote_ready: "info",
  quote_sent: "info",
  customer_approved: "progress",
  partner_approved: "progress",
  both_approved: "progress",
  planning: "warning",
  scheduled: "progress",
  in_progress: "progress",
  completed: "success",
  cancelled: "neutral",
  on_hold: "danger",
};

/** The tone of a status, the same on badge, board, map and chart: as the office tuned it, else the product's own. */
export const toneOf = (status: OrderStatus): Tone => tunedStatus(status)?.tone ?? ownTones[status];

/** The word for a status in the house: as the office tuned it, else the product's own. */
export const statusWord = (status: string, language: Language): string =>
  tunedStatus(status)?.[language === "nl" ? "labelNl" : "labelEn"] ??
  lookUp(orderWords, language, `status.${status}`) ??
  status;

/** The phases of the board, each with its statuses in order. */
export const phases = [
  { name: "new", statuses: ["new_lead", "intake_sent", "intake_completed"] },
  {
    name: "quote",
    statuses: ["quote_draft", "quote_ready", "quote_sent", "customer_approved", "partner_approved"],
  },
  { name: "planning", statuses: ["both_approved", "planning"] },
  { name: "scheduled", statuses: ["scheduled"] },
  { name: "in_progress", statuses: ["in_progress"] },
  { name: "completed", statuses: ["completed"] },
] as const satisfies readonly { name: string; statuses: readonly OrderStatus[] }[];

export type Phase = (typeof phases)[number];

/** The phase in which a status stands on the board. */
export const phaseOf = (status: string): Phase | undefined =>
  phases.find(({ statuses }) => (statuses as readonly string[]).includes(status));

type NameGroup = "status" | "phase" | "kind" | "priority" | "billing" | "hold" | "cancel" | "source" | "role";

/** The word for a code of the server, such as `names("status", "planning")`; the code itself when there is none. */
export const useOrderNames = () => {
  const language = useLanguage();
  useTunedStatuses();
  return (group: NameGroup, code: string) =>
    group === "status"
      ? statusWord(code, language)
      : (lookUp(orderWords, language, `${group}.${code}`) ?? code);
};

/** Every value of a group as options for a filter or a select. */
export const optionsOf = (names: (group: NameGroup, code: string) => string, group: NameGroup) =>
  Object.keys(orderWords.nl[group]).map((value) => ({ value, label: names(group, value) }));
