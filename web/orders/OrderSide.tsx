import { ActionIcon } from "@mantine/core";
import { IconMail, IconMapPin, IconPencil, IconPhone } from "@tabler/icons-react";
import { useState } from "react";
import { phoneText } from "#platform/contract";
import { useMay } from "../identity/session.tsx";
import { Go } from "../ui/Go.tsx";
import { Money } from "../ui/Money.tsx";
import { PropertyList } from "../ui/PropertyList.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words/words.ts";
import { AddressDialog } from "./AddressDialog.tsx";
import { addressOf } from "./address.ts";
import type { Order } from "./Order.ts";
import { OrderFacts } from "./OrderFacts.tsx";
import styles from "./OrderSide.module.css";
import { sideWords } from "./sideWords.ts";
import { useOrderNames } from "./status.ts";
import { orderWords } from "./words.ts";

const People = ({ order }: { order: Order }) => {
  const t = useWords(sideWords);
  const names = useOrderNames();
  const { contact } = order;
  const others = order.parties.filter(({ organizationId }) => organizationId !== order.endCustomerId);
  return (
    <Section title={t("people")}>
      <p className={styles.name}>
        <Go to={`/contacts/${contact.id}`}>{contact.name}</Go>
      </p>
      <ul className={styles.reach}>
        {contact.phone && (
          <li>
            <IconPhone size={15} stroke={1.7} aria-hidden="true" />
            <a href={`tel:${contact.phone}`}>{phoneText(contact.phone)}</a>
          </li>
        )}
        {contact.email && (
          <li>
            <IconMail size={15} stroke={1.7} aria-hidden="true" />
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </li>
        )}
      </ul>
      <ul className={styles.parties}>
        <li>
          <span className={styles.role}>{names("role", "end_customer")}</span>
          <Go to={`/customers/${order.endCustomerId}`}>{order.customerName}</Go>
        </li>
        {others.map((party) => (
          <li key={`${party.role}${party.organizationId}`}>
            <span className={styles.role}>{party.label ?? names("role", party.role)}</span>
            <span>
              <Go to={`/customers/${party.organizationId}`}>{party.organizationName}</Go>
              {party.contactName && <span className={styles.soft}> {party.contactName}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Place = ({ order, mayChange }: { order: Order; mayChange: boolean }) => {
  const t = useWords(sideWords);
  const [isOpen, setOpen] = useState(false);
  const { site } = order;
  const address = addressOf(site);
  return (
    <Section
      title={t("place")}
      actions={
        mayChange && (
          <ActionIcon aria-label={t("editAddress")} onClick={() => setOpen(true)}>
            <IconPencil size={15} stroke={1.7} />
          </ActionIcon>
        )
      }
    >
      <p className={styles.address}>{address ?? t("noAddress")}</p>
      {site && !site.verified && <p className={styles.warning}>{t("unverified")}</p>}
      {site?.accessNotes && <p className={styles.soft}>{site.accessNotes}</p>}
      {address && (
        <ul className={styles.reach}>
          <li>
            <IconMapPin size={15} stroke={1.7} aria-hidden="true" />
            <a
              href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`}
              target="_blank"
              rel="noreferrer"
            >
              {t("map")}
            </a>
          </li>
        </ul>
      )}
      {isOpen && <AddressDialog orderId={order.id} onClose={() => setOpen(false)} />}
    </Section>
  );
};

/** Payers with what each pays, and where billing stands. */
const MoneySummary = ({ order }: { order: Order }) => {
  const t = useWords(sideWords);
  const to = useWords(orderWords);
  const names = useOrderNames();
  const payers = [...new Map(order.lines.map((line) => [line.billedToId, line.billedToName]))];
  const sumOf = (payer: string) =>
    order.lines.filter((line) => line.billedToId === payer).reduce((sum, line) => sum + line.totalCents, 0);
  return (
    <Section title={t("money")}>
      <PropertyList
        properties={[
          ...payers.map(([id, name]) => ({ label: name, value: <Money cents={sumOf(id)} /> })),
          {
            label: t("total"),
            value: (
              <strong>
                <Money cents={order.totalCents} />
              </strong>
            ),
          },
          { label: to("billingName"), value: names("billing", order.billingState) },
        ]}
      />
    </Section>
  );
};

const References = ({ references }: { references: NonNullable<Order["references"]> }) => {
  const t = useWords(sideWords);
  const shown = [
    "partnerOrderId",
    "purchaseOrder",
    "customerAccount",
    "dealerGroup",
    "dealer",
    "salesAgent",
  ] as const;
  return (
    <Section title={t("references")}>
      <PropertyList
        properties={shown
          .filter((name) => references[name])
          .map((name) => ({ label: t(name), value: references[name] }))}
      />
    </Section>
  );
};

/** The right side of an order's page: people, place, facts, money and references. */
export const OrderSide = ({ order }: { order: Order }) => {
  const may = useMay();
  const mayChange = may("sales.orders") || may("operations.planning");
  return (
    <>
      <div id="people">
        <People order={order} />
      </div>
      <Place order={order} mayChange={mayChange} />
      <OrderFacts order={order} mayChange={mayChange} />
      <MoneySummary order={order} />
      {order.references && <References references={order.references} />}
    </>
  );
};
