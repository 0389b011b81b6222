import { useMemo } from "react";
import type { z } from "zod";
import { type PayerQuoteRow, sales } from "#sales/contract";
import { useList } from "../api/queries.ts";
import { DateText } from "../ui/DateText.tsx";
import { Money } from "../ui/Money.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { EmptyState } from "../ui/states.tsx";
import { columnsOf } from "../ui/table/column.ts";
import { DataTable } from "../ui/table/DataTable.tsx";
import type { Tone } from "../ui/theme.ts";
import { useFilters } from "../ui/useFilters.ts";
import { type Translator, useWords } from "../words/words.ts";
import { partnerQuoteWords } from "./partnerQuoteWords.ts";

type Row = z.infer<typeof PayerQuoteRow>;

const tones: Record<Row["status"], Tone> = {
  waiting: "neutral",
  pending: "warning",
  signed: "success",
  rejected: "danger",
  void: "neutral",
};

const columnsFor = (t: Translator<typeof partnerQuoteWords.nl>) =>
  columnsOf<Row>([
    { id: "number", header: t("number"), cell: (row) => row.number, phone: "title" },
    { id: "order", header: t("order"), cell: (row) => row.orderNumber },
    { id: "customer", header: t("customer"), cell: (row) => row.customerName, phone: "line" },
    {
      id: "status",
      header: t("state"),
      phone: "side",
      cell: (row) => <StatusBadge label={t(`status.${row.status}`)} tone={tones[row.status]} />,
    },
    {
      id: "amount",
      header: t("amount"),
      align: "right",
      phone: "line",
      cell: (row) => <Money cents={row.grossCents} />,
    },
    {
      id: "createdAt",
      header: t("sent"),
      cell: (row) => <DateText at={row.createdAt} />,
      sort: "createdAt",
    },
  ]);

/** Quotes of which the partner pays lines; those that wait for a signature stand out. */
export const PartnerQuotes = () => {
  const t = useWords(partnerQuoteWords);
  const filters = useFilters();
  const list = useList(sales.partnerQuotes, filters.values, { live: ["orders"] });
  const columns = useMemo(() => columnsFor(t), [t]);
  return (
    <>
      <PageHeader title={t("title")} />
      <DataTable
        name="partner-quotes"
        label={t("title")}
        list={list}
        columns={columns}
        filters={filters}
        rowId={(row) => row.id}
        rowTo={(row) => `/quotes/${row.id}`}
        empty={<EmptyState title={t("none")} text={t("noneText")} />}
      />
    </>
  );
};
