import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { orders } from "#orders/contract";
import { useList } from "../api/queries.ts";
import { Section } from "../ui/Section.tsx";
import { ErrorState, SkeletonLines } from "../ui/states.tsx";
import { Timeline } from "../ui/Timeline.tsx";
import { useWords } from "../words/words.ts";
import styles from "./OrderTimeline.module.css";
import { timelineLabels } from "./timelineLabels.ts";
import { happeningGroups } from "./timelineWords.ts";
import { useTeller } from "./useTeller.ts";

/** Everything that happened to an order, newest first, in the words of the capability it happened in. */
export const OrderTimeline = ({ orderId }: { orderId: string }) => {
  const t = useWords(timelineLabels);
  const tellEntry = useTeller();
  const [group, setGroup] = useState<string>("all");
  const list = useList(orders.timeline, { orderId }, { live: ["*"] });
  const told = (list.rows ?? []).map(tellEntry);
  const present = happeningGroups.filter((name) => told.some((each) => each.group === name));
  const happenings = told.filter((each) => group === "all" || each.group === group);
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
