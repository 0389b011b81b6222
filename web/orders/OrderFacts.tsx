import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { orders, Priority } from "#orders/contract";
import { useAction } from "../api/useAction.ts";
import { useMe } from "../identity/session.tsx";
import { DateText } from "../ui/DateText.tsx";
import { InlineEdit } from "../ui/InlineEdit.tsx";
import { PropertyList } from "../ui/PropertyList.tsx";
import { Section } from "../ui/Section.tsx";
import { useWords } from "../words/words.ts";
import { NotesField } from "./NotesField.tsx";
import type { Order } from "./Order.ts";
import styles from "./OrderSide.module.css";
import { sideWords } from "./sideWords.ts";
import { optionsOf, useOrderNames } from "./status.ts";
import { WishedDay } from "./WishedDay.tsx";
import { orderWords } from "./words.ts";

/** Owner, priority, days, source and notes of an order, changed where they stand. */
export const OrderFacts = ({ order, mayChange }: { order: Order; mayChange: boolean }) => {
  const t = useWords(sideWords);
  const to = useWords(orderWords);
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
              (done) => <WishedDay order={order} label={to("requested")} done={done} />,
            ),
          },
          { label: to("planned"), value: order.plannedOn && <DateText at={order.plannedOn} /> },
          { label: t("source"), value: names("source", order.source) },
          {
            label: t("notes"),
            value: edit(
              t("notes"),
              order.notes && <span className={styles.notes}>{order.notes}</span>,
              (done) => <NotesField order={order} done={done} />,
            ),
          },
        ]}
      />
    </Section>
  );
};
