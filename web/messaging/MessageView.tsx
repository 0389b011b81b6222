import { Button } from "@mantine/core";
import { IconCalendarEvent, IconPaperclip, IconSend } from "@tabler/icons-react";
import { messaging } from "#messaging/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { useMay } from "../identity/session.tsx";
import { DateText } from "../ui/DateText.tsx";
import { Go } from "../ui/Go.tsx";
import { PropertyList } from "../ui/PropertyList.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { ErrorState, SkeletonLines } from "../ui/states.tsx";
import { tellDone } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import styles from "./MessageView.module.css";
import { messageTones } from "./status.ts";
import { messageWords } from "./words.ts";

/** One mail as its receiver sees it; its html stands in a frame where nothing runs; links open beside it. */
export const MessageView = ({ messageId }: { messageId: string }) => {
  const t = useWords(messageWords);
  const may = useMay();
  const { data: mail, error } = useQuery(messaging.message, { messageId });
  const resend = useAction(messaging.resendMessage, { onDone: () => tellDone(t("resent")) });
  const attachment = useAction(messaging.openAttachment, {
    invalidates: [],
    onDone: ({ fileId }) => void window.open(`/api/v1/files/${fileId}`, "_blank", "noopener"),
  });
  if (error) return <ErrorState error={error} />;
  if (!mail) return <SkeletonLines lines={8} />;
  const maySend = may("support.communication") || may("sales.orders");
  return (
    <div className={styles.view}>
      <div className={styles.top}>
        <StatusBadge label={t(`status.${mail.status}`)} tone={messageTones[mail.status]} look="soft" />
        <DateText at={mail.sentAt ?? mail.createdAt} as="moment" />
        {maySend && mail.status === "failed" && (
          <Button
            size="xs"
            leftSection={<IconSend size={14} stroke={1.8} />}
            loading={resend.isRunning}
            onClick={() => resend.run({ messageId })}
          >
            {t("resend")}
          </Button>
        )}
      </div>
      <p className={styles.subject}>{mail.subject}</p>
      {mail.error && <p className={styles.error}>{mail.error}</p>}
      <PropertyList
        properties={[
          { label: t("from"), value: `${mail.fromName} <${mail.fromAddress}>` },
          { label: t("to"), value: `${mail.contactName} <${mail.toAddress}>` },
          ...(mail.orderId
            ? [{ label: t("order"), value: <Go to={`/orders/${mail.orderId}`}>{mail.orderNumber}</Go> }]
            : []),
        ]}
      />
      {(mail.attachments.length > 0 || mail.calendar) && (
        <ul className={styles.attachments} aria-label={t("attachments")}>
          {mail.calendar && (
            <li>
              <IconCalendarEvent size={14} stroke={1.7} aria-hidden="true" />
              <a
                className="cc-link-button"
                download="afspraak.ics"
                href={`data:text/calendar;charset=utf-8,${encodeURIComponent(mail.calendar)}`}
              >
                {t("appointment")}
              </a>
            </li>
          )}
          {mail.attachments.map((file) => (
            <li key={file.name}>
              <IconPaperclip size={14} stroke={1.7} aria-hidden="true" />
              <button
                type="button"
                className="cc-link-button"
                disabled={attachment.isRunning}
                onClick={() => attachment.run({ messageId, name: file.name })}
              >
                {file.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <iframe
        className={styles.frame}
        title={t("preview")}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        srcDoc={`<base target="_blank">${mail.html}`}
      />
    </div>
  );
};
