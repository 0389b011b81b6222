import type { VisitStatus } from "#planning/contract";
import type { Tone } from "../ui/theme.ts";
import { useLanguage } from "../words/language.ts";
import { lookUp, useWords } from "../words/words.ts";
import { visitWords } from "./words.ts";

/** The tone of each status of a visit. */
export const visitTones: Record<VisitStatus, Tone> = {
  planned: "warning",
  scheduled: "info",
  travelling: "progress",
  arrived: "progress",
  in_progress: "progress",
  completed: "success",
  partial: "danger",
  rescheduled: "warning",
  cancelled: "neutral",
};

/** The word for a code of the server; the code itself when there is none. */
export const useVisitNames = () => {
  const language = useLanguage();
  return (group: "status" | "kind" | "part" | "skill", code: string) =>
    lookUp(visitWords, language, `${group}.${code}`) ?? code.replaceAll("_", " ");
};

/** `3 u 30 min` from minutes. */
export const useDuration = () => {
  const t = useWords(visitWords);
  return (minutes: number) =>
    t("duration", { hours: Math.floor(minutes / 60), minutes: minutes % 60 }).trim();
};
