import { useMemo } from "react";
import type { z } from "zod";
import { orderStatus } from "#orders/contract";
import { type PartnerOrderRow, partners } from "#partners/contract";
import { useList } from "../api/queries.ts";
import { OrderStatusBadge } from "../orders/OrderStatusBadge.tsx";
import { toneOf, useOrderNames } from "../orders/status.ts";
import { DateText } from "../ui/DateText.tsx";
import { FilterBar } from "../ui/filter/FilterBar.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { EmptyState } from "../ui/states.tsx";
import { columnsOf } from "../ui/table/column.ts";
import { DataTable } from "../ui/table/DataTable.tsx";
import { useFilters } from "../ui/useFilters.ts";
import { useWords } from "../words/words.ts";
import { partnerOrderWords } from "./words.ts";

type Row = z.infer<typeof PartnerOrderRow>;

const useColumns = () => {
  const t = useWords(partnerOrderWords);
  const names = useOrderNames();
  return useMemo(
    () =>
      columnsOf<Row>([
        {
          id: "customer",
          header: t("customer"),
          width: { min: 160, grow: 1.6 },
          always: true,
          phone: "title",
          csv: (row) => row.customerName,
          cell: (row) => row.customerName,
        },
        {
          id: "yours",
          header: t("yours"),
          width: 150,
          phone: "line",
          csv: (row) => row.partnerOrderId,
          cell: (row) => <span className="tabular">{row.partnerOrderId}</span>,
        },
        {
          id: "number",
          header: t("number"),
          width: 130,
          csv: (row) => row.number,
          cell: (row) => <span className="tabular">{row.number}</span>,
        },
        {
          id: "via",
          header: t("via"),
          width: { min: 130 },
          hidden: true,
          csv: (row) => row.accountName,
          cell: (row) => row.accountName,
        },
        {
          id: "place",
          header: t("place"),
          width: { min: 110 },
          phone: "line",
          csv: (row) => row.place,
          cell: (row) => row.place,
        },
        {
          id: "status",
          header: t("statusName"),
          width: 170,
          phone: "side",
          csv: (row) => names("status", row.status),
          cell: (row) => <OrderStatusBadge status={row.status} />,
        },
        {
          id: "planned",
          header: t("planned"),
          width: 110,
          csv: (row) => row.plannedOn,
          cell: (row) => row.plannedOn && <DateText at={row.plannedOn} />,
        },
        {
          id: "created",
          header: t("created"),
          width: 110,
          sort: "createdAt",
          descendingFirst: true,
          csv: (row) => row.createdAt,
          cell: (row) => <DateText at={row.createdAt} />,
        },
      ]),
    [t, names],
  );
};

/** The partner's own orders and those of everybody below it. */
export const PartnerOrders = () => {
  const t = useWords(partnerOrderWords);
  const names = useOrderNames();
  const filters = useFilters();
  const list = useList(partners.orders, filters.values as never, { live: ["*"] });
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t("orders")} />
      <DataTable
        name="partner-orders"
        label={t("orders")}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        rowTo={(row) => `/orders/${row.id}`}
        filters={filters}
        empty={<EmptyState title={t("none")} text={t("noneText")} />}
      >
        <FilterBar
          list="partner-orders"
          filters={filters}
          search={{ name: "search", placeholder: t("search") }}
          choices={[
            {
              name: "status",
              label: t("statusName"),
              options: orderStatus.names.map((value) => ({
                value,
                label: names("status", value),
                tone: toneOf(value),
              })),
            },
          ]}
        />
      </DataTable>
    </>
  );
};
