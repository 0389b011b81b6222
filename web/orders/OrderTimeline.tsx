import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { orders } from "#orders/contract";
import { useList } from "../api/queries.ts";
import { Section } from "../ui/Section.tsx";
import { ErrorState, SkeletonLines } from "../ui/states.tsx";
import { type Happening, Timeline } from "../ui/Timeline.tsx";
import { useLanguage } from "../words/language.ts";
import { useWords, words } from "../words/words.ts";
import styles from "./OrderTimeline.module.css";
import { happeningGroups, tell } from "./timelineWords.ts";

const timelineWords = words({
  nl: {
    title: "Tijdlijn",
    all: "Alles",
    status: "Status",
    messages: "Mail",
    visits: "Bezoek",
    money: "Geld",
    files: "Bestanden",
    other: "Overig",
    filter: "Toon op de tijdlijn",
    more: "Eerder tonen",
    none: "Hier is nog niets van gebeurd.",
    person: "collega",
    partner: "partner",
    customer: "klant",
    automation: "automatisch",
    by: "{name} · {kind}",
  },
  en: {
    title: "Timeline",
    all: "All",
    status: "Status",
    messages: "Mail",
    visits: "Visits",
    money: "Money",
    files: "Files",
    other: "Other",
    filter: "Show on the timeline",
    more: "Show earlier",
    none: "Nothing of this happened yet.",
    person: "colleague",
    partner: "partner",
    customer: "customer",
    automation: "automatic",
    by: "{name} · {kind}",
  },
});

/** Everything that happened to an order, newest first, in the words of the capability it happened in. */
export const OrderTimeline = ({ orderId }: { orderId: string }) => {
  const t = useWords(timelineWords);
  const language = useLanguage();
  const [group, setGroup] = useState<string>("all");
  const list = useList(orders.timeline, { orderId }, { live: ["*"] });
  const told = (list.rows ?? []).map((entry) => ({ entry, ...tell(entry.name, entry.payload, language) }));
  const present = happeningGroups.filter((name) => told.some((each) => each.group === name));
  const shown = told.filter((each) => group === "all" || each.group === group);
  const happenings = shown.map(({ entry, title, tone, icon, body }): Happening => {
    const kind = t(entry.actorKind);
    const isNamed = entry.actorName && entry.actorKind !== "automation";
    const text = body?.(entry.payload, language);
    return {
      id: entry.id,
      at: entry.at,
      title: title ?? entry.name.split("/").at(-1)?.replaceAll("-", " "),
      by: isNamed && entry.actorName ? t("by", { name: entry.actorName, kind }) : kind,
      ...(text ? { body: text } : {}),
      ...(tone ? { tone } : {}),
      ...(icon ? { icon } : {}),
    };
  });
  return (
    <Section
      title={t("title")}
      actions={
        present.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t("filter")}
            value={group}
            onChange={setGroup}
            data={[
              { value: "all", label: t("all") },
              ...present.map((value) => ({ value, label: t(value) })),
            ]}
          />
        )
      }
    >
      {list.error && !list.rows ? <ErrorState error={list.error} retry={list.retry} /> : null}
      {list.isLoading && <SkeletonLines lines={6} />}
      {list.rows && happenings.length === 0 && <p className={styles.none}>{t("none")}</p>}
      <Timeline happenings={happenings} />
      {list.hasMore && (
        <button type="button" className="cc-link-button" onClick={list.more}>
          {t("more")}
        </button>
      )}
    </Section>
  );
};
