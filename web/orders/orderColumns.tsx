import { DateText } from "../ui/DateText.tsx";
import { Money } from "../ui/Money.tsx";
import { type Column, columnsOf } from "../ui/table/column.ts";
import { useWords } from "../words/words.ts";
import { Clock, Since } from "./Clock.tsx";
import { EntityMark } from "./EntityMark.tsx";
import type { OrderRow } from "./Order.ts";
import { OrderStatusBadge } from "./OrderStatusBadge.tsx";
import styles from "./orderColumns.module.css";
import { PriorityMark } from "./PriorityMark.tsx";
import { useOrderNames } from "./status.ts";
import { orderWords } from "./words.ts";

/** The columns of every list of orders. */
export const useOrderColumns = (): Column<OrderRow>[] => {
  const t = useWords(orderWords);
  const names = useOrderNames();
  return columnsOf<OrderRow>([
    {
      id: "number",
      header: t("order"),
      width: 152,
      sort: "number",
      descendingFirst: true,
      always: true,
      csv: (row) => row.number,
      phone: "line",
      cell: (row) => (
        <span className={styles.number}>
          <EntityMark code={row.businessEntity} short />
          <span className="tabular">{row.number}</span>
          <PriorityMark priority={row.priority} />
        </span>
      ),
    },
    {
      id: "customer",
      header: t("customer"),
      width: { min: 150, grow: 1.4 },
      always: true,
      phone: "title",
      csv: (row) => row.customerName,
      cell: (row) => row.customerName,
    },
    {
      id: "account",
      header: t("account"),
      width: { min: 130, grow: 1.2 },
      csv: (row) => row.accountName,
      cell: (row) =>
        row.accountName === row.customerName ? (
          <span className={styles.soft}>{t("own")}</span>
        ) : (
          row.accountName
        ),
    },
    {
      id: "place",
      header: t("place"),
      width: { min: 90 },
      csv: (row) => row.place,
      cell: (row) => row.place,
    },
    {
      id: "kind",
      header: t("type"),
      width: 104,
      csv: (row) => names("kind", row.kind),
      cell: (row) => names("kind", row.kind),
    },
    {
      id: "status",
      header: t("statusName"),
      width: 190,
      sort: "statusSince",
      csv: (row) => names("status", row.status),
      phone: "side",
      cell: (row) => (
        <span className={styles.status}>
          <OrderStatusBadge status={row.status} />
          <Since at={row.statusSince} />
        </span>
      ),
    },
    {
      id: "clock",
      header: t("clock"),
      width: 120,
      phone: "line",
      csv: (row) => row.statusDue,
      cell: (row) => <Clock due={row.statusDue} />,
    },
    {
      id: "amount",
      header: t("amount"),
      width: 108,
      align: "right",
      csv: (row) => row.totalCents / 100,
      cell: (row) => <Money cents={row.totalCents} />,
    },
    {
      id: "planned",
      header: t("planned"),
      width: 100,
      hidden: true,
      csv: (row) => row.plannedOn,
      cell: (row) => row.plannedOn && <DateText at={row.plannedOn} />,
    },
    {
      id: "billing",
      header: t("billingName"),
      width: 120,
      hidden: true,
      csv: (row) => names("billing", row.billingState),
      cell: (row) => names("billing", row.billingState),
    },
    {
      id: "created",
      header: t("created"),
      width: 104,
      sort: "createdAt",
      descendingFirst: true,
      csv: (row) => row.createdAt,
      cell: (row) => <DateText at={row.createdAt} />,
    },
  ]);
};
