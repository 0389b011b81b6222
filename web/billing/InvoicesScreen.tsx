import { billing, type InvoiceStatus } from "#billing/contract";
import { type RowOf, useList } from "../api/queries.ts";
import { EntityMark } from "../orders/EntityMark.tsx";
import { DateText } from "../ui/DateText.tsx";
import { useEntityCode } from "../ui/entity.ts";
import { FilterBar } from "../ui/filter/FilterBar.tsx";
import { Money } from "../ui/Money.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { EmptyState } from "../ui/states.tsx";
import { columnsOf } from "../ui/table/column.ts";
import { DataTable } from "../ui/table/DataTable.tsx";
import { useFilters } from "../ui/useFilters.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { InvoiceStatusBadge } from "./InvoiceStatusBadge.tsx";
import styles from "./InvoicesScreen.module.css";
import { invoiceTones, isLate, useBillingNames } from "./status.ts";
import { billingWords } from "./words.ts";

type Row = RowOf<typeof billing.invoices>;

const useColumns = () => {
  const t = useWords(billingWords);
  const { today } = useFormats();
  const names = useBillingNames();
  return columnsOf<Row>([
    {
      id: "number",
      header: t("number"),
      width: 176,
      always: true,
      phone: "line",
      csv: (row) => row.number,
      cell: (row) => (
        <span className="tabular">
          <EntityMark code={row.businessEntity} short /> {row.number ?? t("draft")}
        </span>
      ),
    },
    {
      id: "payer",
      header: t("payer"),
      width: { min: 160, grow: 1.5 },
      always: true,
      phone: "title",
      csv: (row) => row.organizationName,
      cell: (row) => row.organizationName,
    },
    {
      id: "order",
      header: t("order"),
      width: 132,
      csv: (row) => row.orderNumber,
      cell: (row) => row.orderNumber,
    },
    {
      id: "status",
      header: t("statusName"),
      width: 132,
      phone: "side",
      csv: (row) => names("status", row.status),
      cell: (row) => <InvoiceStatusBadge status={row.status} />,
    },
    {
      id: "invoicedOn",
      header: t("invoicedOn"),
      width: 116,
      csv: (row) => row.invoicedOn,
      cell: (row) => row.invoicedOn && <DateText at={row.invoicedOn} />,
    },
    {
      id: "dueOn",
      header: t("dueOn"),
      width: 124,
      csv: (row) => row.dueOn,
      cell: (row) =>
        row.dueOn && (
          <span className={isLate(row, today()) ? styles.late : undefined}>
            <DateText at={row.dueOn} />
            {isLate(row, today()) && <span className="visually-hidden"> {t("late")}</span>}
          </span>
        ),
    },
    {
      id: "open",
      header: t("open"),
      width: 108,
      align: "right",
      csv: (row) => (row.grossCents - row.paidCents) / 100,
      cell: (row) => (row.status === "credited" ? null : <Money cents={row.grossCents - row.paidCents} />),
    },
    {
      id: "amount",
      header: t("amount"),
      width: 112,
      align: "right",
      phone: "line",
      csv: (row) => row.grossCents / 100,
      cell: (row) => <Money cents={row.grossCents} />,
    },
  ]);
};

/** Every invoice, with filters in the address. */
export const InvoicesScreen = () => {
  const t = useWords(billingWords);
  const names = useBillingNames();
  const filters = useFilters();
  const businessEntity = useEntityCode();
  const asked = { ...filters.values, ...(businessEntity ? { businessEntity } : {}) };
  const list = useList(billing.invoices, asked as never, { live: ["billing"] });
  const columns = useColumns();
  const statuses = (Object.keys(invoiceTones) as InvoiceStatus[]).map((value) => ({
    value,
    label: names("status", value),
    tone: invoiceTones[value],
  }));
  return (
    <>
      <PageHeader title={t("invoices")} />
      <DataTable
        name="invoices"
        label={t("invoices")}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        rowTo={(row) => `/invoices/${row.id}`}
        filters={filters}
        empty={<EmptyState title={t("none")} text={t("noneText")} />}
      >
        <FilterBar
          list="invoices"
          filters={filters}
          search={{ name: "search", placeholder: t("search") }}
          choices={[
            { name: "status", label: t("statusName"), options: statuses },
            {
              name: "overdue",
              label: t("dueOn"),
              options: [{ value: "true", label: t("overdueOnly") }],
              single: true,
            },
          ]}
        />
      </DataTable>
    </>
  );
};
