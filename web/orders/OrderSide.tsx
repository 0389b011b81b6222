import { ActionIcon, Select, Textarea, TextInput } from "@mantine/core";
import { IconMail, IconMapPin, IconPencil, IconPhone } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { orders, Priority } from "#orders/contract";
import { useAction } from "../api/useAction.ts";
import { useMay, useMe } from "../identity/session.tsx";
import { DateText } from "../ui/DateText.tsx";
import { Go } from "../ui/Go.tsx";
import { InlineEdit } from "../ui/InlineEdit.tsx";
import { Money } from "../ui/Money.tsx";
import { PropertyList } from "../ui/PropertyList.tsx";
import { Section } from "../ui/Section.tsx";
import { commonWords } from "../words/common.ts";
import { useWords, words } from "../words/words.ts";
import { AddressDialog } from "./AddressDialog.tsx";
import { addressOf } from "./address.ts";
import type { Order } from "./Order.ts";
import styles from "./OrderSide.module.css";
import { optionsOf, useOrderNames } from "./status.ts";
import { orderWords } from "./words.ts";

const sideWords = words({
  nl: {
    people: "Mensen",
    place: "Plaats",
    unverified: "Nog niet gecontroleerd",
    editAddress: "Adres wijzigen",
    noAddress: "Nog geen adres",
    access: "Toegang",
    facts: "Gegevens",
    owner: "Behandelaar",
    take: "Neem op mij",
    notes: "Opmerkingen",
    source: "Bron",
    money: "Geld",
    total: "Totaal excl. btw",
    references: "Referenties",
    partnerOrderId: "Ordernummer partner",
    purchaseOrder: "Inkooporder",
    customerAccount: "Klantnummer",
    dealerGroup: "Dealergroep",
    dealer: "Dealer",
    salesAgent: "Verkoper",
    map: "Op de kaart",
  },
  en: {
    people: "People",
    place: "Place",
    unverified: "Not checked yet",
    editAddress: "Change address",
    noAddress: "No address yet",
    access: "Access",
    facts: "Facts",
    owner: "Owner",
    take: "Take it on",
    notes: "Notes",
    source: "Source",
    money: "Money",
    total: "Total excl. VAT",
    references: "References",
    partnerOrderId: "Partner's order number",
    purchaseOrder: "Purchase order",
    customerAccount: "Customer number",
    dealerGroup: "Dealer group",
    dealer: "Dealer",
    salesAgent: "Sales agent",
    map: "On the map",
  },
});

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
            <a href={`tel:${contact.phone}`}>{contact.phone}</a>
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

const Facts = ({ order, mayChange }: { order: Order; mayChange: boolean }) => {
  const t = useWords(sideWords);
  const to = useWords(orderWords);
  const common = useWords(commonWords);
  const names = useOrderNames();
  const me = useMe();
  const change = useAction(orders.changeOrder);
  const { id: orderId } = order;
  const edit = (label: string, shown: ReactNode, input: (done: () => void) => ReactNode) =>
    mayChange ? <InlineEdit label={label} shown={shown} input={input} /> : shown;
  return (
    <Section title={t("facts")}>
      <PropertyList
        properties={[
          {
            label: t("owner"),
            value:
              order.ownerName ??
              (mayChange && (
                <button
                  type="button"
                  className="cc-link-button"
                  onClick={() => change.run({ orderId, ownerId: me.id })}
                >
                  {t("take")}
                </button>
              )),
          },
          {
            label: to("priorityName"),
            value: edit(to("priorityName"), names("priority", order.priority), (done) => (
              <Select
                size="xs"
                aria-label={to("priorityName")}
                allowDeselect={false}
                defaultDropdownOpened
                data={optionsOf(names, "priority")}
                value={order.priority}
                onChange={(value) => {
                  done();
                  change.run({ orderId, priority: Priority.parse(value) });
                }}
              />
            )),
          },
          {
            label: to("requested"),
            value: edit(
              to("requested"),
              order.requestedOn ? <DateText at={order.requestedOn} /> : null,
              (done) => (
                <TextInput
                  size="xs"
                  type="date"
                  aria-label={to("requested")}
                  defaultValue={order.requestedOn ?? ""}
                  onBlur={({ currentTarget: { value } }) => {
                    done();
                    if (value !== (order.requestedOn ?? ""))
                      change.run({ orderId, requestedOn: value || null });
                  }}
                />
              ),
            ),
          },
          { label: to("planned"), value: order.plannedOn && <DateText at={order.plannedOn} /> },
          { label: t("source"), value: names("source", order.source) },
          {
            label: t("notes"),
            value: edit(
              t("notes"),
              order.notes && <span className={styles.notes}>{order.notes}</span>,
              (done) => (
                <Textarea
                  size="xs"
                  aria-label={t("notes")}
                  autosize
                  minRows={3}
                  defaultValue={order.notes ?? ""}
                  placeholder={common("save")}
                  onBlur={({ currentTarget: { value } }) => {
                    done();
                    if (value !== (order.notes ?? "")) change.run({ orderId, notes: value || null });
                  }}
                />
              ),
            ),
          },
        ]}
      />
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
      <Facts order={order} mayChange={mayChange} />
      <MoneySummary order={order} />
      {order.references && <References references={order.references} />}
    </>
  );
};
