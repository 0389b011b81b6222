import type { z } from "zod";
import type { TimelineEntry } from "#orders/contract";
import type { Happening } from "../ui/Timeline.tsx";
import { useLanguage } from "../words/language.ts";
import { useWords } from "../words/words.ts";
import { timelineLabels } from "./timelineLabels.ts";
import { type HappeningGroup, tell } from "./timelineWords.ts";

type Entry = Omit<z.infer<typeof TimelineEntry>, "id"> & { id: string };

/** How an entry is told on a timeline: its sentence, who did it, and the kind it is filtered by. */
export const useTeller = () => {
  const t = useWords(timelineLabels);
  const language = useLanguage();
  return (entry: Entry): Happening & { group: HappeningGroup } => {
    const { title, tone, icon, body, group = "other" } = tell(entry.name, entry.payload, language);
    const kind = t(entry.actorKind);
    const isNamed = entry.actorName && entry.actorKind !== "automation";
    const text = body?.(entry.payload, language);
    return {
      id: entry.id,
      at: entry.at,
      group,
      title: title ?? entry.name.split("/").at(-1)?.replaceAll("-", " "),
      by: isNamed && entry.actorName ? t("by", { name: entry.actorName, kind }) : kind,
      ...(text ? { body: text } : {}),
      ...(tone ? { tone } : {}),
      ...(icon ? { icon } : {}),
    };
  };
};
