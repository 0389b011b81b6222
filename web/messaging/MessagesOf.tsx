import { Modal } from "@mantine/core";
import { useState } from "react";
import { messaging } from "#messaging/contract";
import { useList } from "../api/queries.ts";
import { DateText } from "../ui/DateText.tsx";
import { Section } from "../ui/Section.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { ErrorState, SkeletonLines } from "../ui/states.tsx";
import { useWords } from "../words/words.ts";
import styles from "./MessagesOf.module.css";
import { MessageView } from "./MessageView.tsx";
import { messageTones } from "./status.ts";
import { messageWords } from "./words.ts";

/** The mails of an order, a person or an organization, each to read. */
export const MessagesOf = ({
  about,
}: {
  about: { orderId?: string; contactId?: string; organizationId?: string };
}) => {
  const t = useWords(messageWords);
  const [openId, setOpenId] = useState<string>();
  const list = useList(messaging.messages, { ...about, limit: 20 });
  return (
    <Section title={t("mail")} note={list.rows?.length || undefined} flush>
      {list.error && !list.rows ? <ErrorState error={list.error} retry={list.retry} /> : null}
      {list.isLoading && <SkeletonLines lines={2} />}
      {list.rows?.length === 0 && <p className={styles.none}>{t("noneOf")}</p>}
      <ul>
        {list.rows?.map((mail) => (
          <li key={mail.id} className={styles.row}>
            <button type="button" className={styles.open} onClick={() => setOpenId(mail.id)}>
              {mail.subject}
            </button>
            <span className={styles.to}>{mail.toAddress}</span>
            <StatusBadge label={t(`status.${mail.status}`)} tone={messageTones[mail.status]} />
            <span className={styles.at}>
              <DateText at={mail.sentAt ?? mail.createdAt} as="moment" />
            </span>
          </li>
        ))}
      </ul>
      {openId && (
        <Modal opened onClose={() => setOpenId(undefined)} title={t("mail")} size={760}>
          <MessageView messageId={openId} />
        </Modal>
      )}
    </Section>
  );
};
