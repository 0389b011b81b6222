import { Button } from "@mantine/core";
import { useState } from "react";
import { messaging } from "#messaging/contract";
import { orders } from "#orders/contract";
import { partners } from "#partners/contract";
import { useAction } from "../api/useAction.ts";
import { useMay, useMe } from "../identity/session.tsx";
import { MapSku } from "../partners/MapSku.tsx";
import { Go, useGo } from "../ui/Go.tsx";
import { tellDone } from "../ui/tell.ts";
import { plainText } from "../words/plainText.ts";
import { useWords } from "../words/words.ts";
import { AddressDialog } from "./AddressDialog.tsx";
import { Clock } from "./Clock.tsx";
import { CompareDialog } from "./CompareDialog.tsx";
import { EntityMark } from "./EntityMark.tsx";
import styles from "./ExceptionCard.module.css";
import { type ExceptionRow, remedyOf, useException } from "./exceptionSense.ts";
import { exceptionWords } from "./exceptionWords.ts";
import { ResolveButton } from "./ResolveButton.tsx";

const touched = [orders.exceptions, orders.order, orders.orders, orders.today, orders.timeline];

/** The button that solves an exception, on the spot where that is possible. */
const RemedyButton = ({ exception, onOrderPage }: { exception: ExceptionRow; onOrderPage: boolean }) => {
  const t = useWords(exceptionWords);
  const go = useGo();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const replay = useAction(partners.replayDelivery, {
    invalidates: touched,
    onDone: () => tellDone(t("replayed")),
  });
  const resend = useAction(messaging.resendMessage, {
    invalidates: touched,
    onDone: () => tellDone(t("resent")),
  });
  const { id, orderId, key, facts, organizationId } = exception;
  const remedy = remedyOf(exception.kind);
  const button = (label: string, onClick: () => void, loading = false) => (
    <Button size="xs" variant="default" onClick={onClick} loading={loading}>
      {label}
    </Button>
  );
  if (remedy.does === "article" && organizationId)
    return <MapSku organizationId={organizationId} sku={plainText(facts.sku ?? key)} />;
  if (remedy.does === "address" && orderId)
    return (
      <>
        {button(t("remedy.address"), () => setOpen(true))}
        {isOpen && <AddressDialog orderId={orderId} onClose={close} />}
      </>
    );
  if (remedy.does === "compare")
    return (
      <>
        {button(t("remedy.compare"), () => setOpen(true))}
        {isOpen && <CompareDialog exception={exception} onClose={close} key={id} />}
      </>
    );
  if (remedy.does === "replay")
    return button(t("remedy.replay"), () => replay.run({ deliveryId: key }), replay.isRunning);
  if (remedy.does === "resend")
    return button(t("remedy.resend"), () => resend.run({ messageId: key }), resend.isRunning);
  if (remedy.does === "settings")
    return may("admin.settings") ? button(t("remedy.settings"), () => go(remedy.to)) : null;
  if (!orderId) return null;
  const { word, hash } = remedy.does === "go" ? remedy : { word: "order" as const, hash: undefined };
  if (onOrderPage)
    return hash
      ? button(t(`remedy.${word}`), () =>
          document.getElementById(hash)?.scrollIntoView({ behavior: "smooth" }),
        )
      : null;
  return button(t(`remedy.${word}`), () => go(`/orders/${orderId}${hash ? `?at=${hash}` : ""}`));
};

const TakeOn = ({ orderId }: { orderId: string }) => {
  const t = useWords(exceptionWords);
  const me = useMe();
  const take = useAction(orders.changeOrder, { onDone: () => tellDone(t("takenOn")) });
  return (
    <button
      type="button"
      className="cc-link-button"
      onClick={() => take.run({ orderId, ownerId: me.id })}
      disabled={take.isRunning}
    >
      {t("takeOn")}
    </button>
  );
};

interface CardProps {
  exception: ExceptionRow;
  /** On the order's own page number and customer are left out. */
  onOrderPage?: boolean;
  /** Its title stands above it already. */
  underKind?: boolean;
}

/** One thing that waits for a person: what, why, for whom, how long still, and what solves it. */
export const ExceptionCard = ({ exception, onOrderPage = false, underKind = false }: CardProps) => {
  const may = useMay();
  const { title, why } = useException(exception);
  const { orderId, orderNumber, customerName, ownerName, businessEntity } = exception;
  const mayAct = may("sales.orders") || may("operations.planning");
  return (
    <li className={styles.card}>
      <div className={styles.text}>
        {!underKind && <p className={styles.title}>{title}</p>}
        {!onOrderPage && orderId && (
          <p className={styles.order}>
            {businessEntity && <EntityMark code={businessEntity} short />}
            <Go to={`/orders/${orderId}`} className={styles.link} data-exception-link="true">
              {customerName}
            </Go>
            <span className="tabular">{orderNumber}</span>
          </p>
        )}
        <p className={styles.why}>{why}</p>
      </div>
      <div className={styles.facts}>
        <Clock due={exception.dueAt} />
        <span className={styles.owner}>
          {ownerName ?? (mayAct && orderId ? <TakeOn orderId={orderId} /> : null)}
        </span>
      </div>
      {mayAct && (
        <div className={styles.actions}>
          <RemedyButton exception={exception} onOrderPage={onOrderPage} />
          <ResolveButton exceptionId={exception.id} />
        </div>
      )}
    </li>
  );
};
