import { Modal, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { z } from "zod";
import { type CustomerHappening, messaging } from "#messaging/contract";
import { useList } from "../api/queries.ts";
import { timelineLabels } from "../orders/timelineLabels.ts";
import { eventsOf, type HappeningGroup, happeningGroups } from "../orders/timelineWords.ts";
import { useTeller } from "../orders/useTeller.ts";
import { Go } from "../ui/Go.tsx";
import { Section } from "../ui/Section.tsx";
import { EmptyState, ErrorState, SkeletonLines } from "../ui/states.tsx";
import { type Happening, Timeline } from "../ui/Timeline.tsx";
import { useWords } from "../words/words.ts";
import styles from "./CustomerTimeline.module.css";
import { happeningPlace } from "./happeningPlace.ts";
import { MessageView } from "./MessageView.tsx";
import { messageWords } from "./words.ts";

type Entry = z.infer<typeof CustomerHappening>;
type About = { organizationId: string } | { contactId: string };

const useTimeline = (about: About, group: HappeningGroup | "all") => {
  const filters = { ...about, ...(group === "all" ? {} : { name: eventsOf(group) }) };
  const endpoint = "contactId" in about ? messaging.contactTimeline : messaging.partyTimeline;
  return useList(endpoint, filters as never, { live: ["*"] });
};

/** Turns entries into happenings that lead to what they are about: an order, its quote, a visit, an invoice, a mail. */
const useStory = (ownName: string, openMail: (messageId: string) => void) => {
  const tellEntry = useTeller();
  return (entry: Entry): Happening => {
    const told = tellEntry(entry);
    const { name, recordId, orderId, orderNumber, orderCustomer } = entry;
    const to = happeningPlace(entry);
    const isMail = name.startsWith("messaging/") && recordId;
    return {
      ...told,
      title: isMail ? (
        <button type="button" onClick={() => openMail(recordId)}>
          {told.title}
        </button>
      ) : to ? (
        <Go to={to}>{told.title}</Go>
      ) : (
        told.title
      ),
      about: orderId && orderNumber && (
        <Go to={`/orders/${orderId}`}>
          {[orderNumber, ...(orderCustomer === ownName ? [] : [orderCustomer])].join(" · ")}
        </Go>
      ),
    };
  };
};

/** Everything that happened with an organization or a person, newest first, each leading to what it is about. */
export const CustomerTimeline = ({ about, name }: { about: About; name: string }) => {
  const t = useWords(timelineLabels);
  const tm = useWords(messageWords);
  const [group, setGroup] = useState<HappeningGroup | "all">("all");
  const [openId, setOpenId] = useState<string>();
  const list = useTimeline(about, group);
  const tellEntry = useStory(name, setOpenId);
  const isEmpty = list.rows?.length === 0;
  return (
    <Section title={t("title")}>
      <div className={styles.filter}>
        <SegmentedControl
          size="xs"
          aria-label={t("filter")}
          value={group}
          onChange={(value) => setGroup(value as typeof group)}
          data={(["all", ...happeningGroups] as const).map((value) => ({ value, label: t(value) }))}
        />
      </div>
      {list.error && !list.rows ? <ErrorState error={list.error} retry={list.retry} /> : null}
      {list.isLoading && <SkeletonLines lines={6} />}
      {isEmpty && group === "all" && <EmptyState title={tm("quiet")} text={tm("quietText")} />}
      {isEmpty && group !== "all" && <p className={styles.none}>{t("none")}</p>}
      <Timeline happenings={(list.rows ?? []).map(tellEntry)} />
      {list.hasMore && (
        <button type="button" className="cc-link-button" disabled={list.isLoadingMore} onClick={list.more}>
          {t("more")}
        </button>
      )}
      {openId && (
        <Modal opened onClose={() => setOpenId(undefined)} title={tm("mail")} size={760}>
          <MessageView messageId={openId} />
        </Modal>
      )}
    </Section>
  );
};
