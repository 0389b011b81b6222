import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { z } from "zod";
import { ArticleKind, type ArticleRow, catalog } from "#catalog/contract";
import { useList } from "../api/queries.ts";
import { useMay } from "../identity/session.tsx";
import { FilterBar } from "../ui/filter/FilterBar.tsx";
import { Money } from "../ui/Money.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { BesideList } from "../ui/SidePanel.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { EmptyState } from "../ui/states.tsx";
import { columnsOf } from "../ui/table/column.ts";
import { DataTable } from "../ui/table/DataTable.tsx";
import { useFilters, useOpenRecord } from "../ui/useFilters.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { AddArticle } from "./AddArticle.tsx";
import { ArticlePanel } from "./ArticlePanel.tsx";
import { catalogWords } from "./words.ts";

type Row = z.infer<typeof ArticleRow>;

const useColumns = () => {
  const t = useWords(catalogWords);
  const { percent, number } = useFormats();
  return useMemo(
    () =>
      columnsOf<Row>([
        {
          id: "name",
          header: t("name"),
          width: { min: 220, grow: 3 },
          sort: "name",
          always: true,
          phone: "title",
          csv: (row) => row.name,
          cell: (row) => row.name,
        },
        {
          id: "number",
          header: t("number"),
          width: 110,
          sort: "number",
          phone: "line",
          csv: (row) => row.number,
          cell: (row) => <span className="tabular">{row.number}</span>,
        },
        {
          id: "kind",
          header: t("kindName"),
          width: 120,
          phone: "line",
          csv: (row) => t(`kind.${row.kind}`),
          cell: (row) => t(`kind.${row.kind}`),
        },
        { id: "brand", header: t("brand"), csv: (row) => row.brand, cell: (row) => row.brand },
        {
          id: "minutes",
          header: t("minutes"),
          width: 124,
          align: "right",
          csv: (row) => row.minutes,
          cell: (row) => row.minutes > 0 && number(row.minutes),
        },
        {
          id: "vat",
          header: t("vat"),
          width: 72,
          align: "right",
          csv: (row) => row.vatRate / 10_000,
          cell: (row) => percent(row.vatRate),
        },
        {
          id: "price",
          header: t("price"),
          width: 130,
          align: "right",
          phone: "side",
          csv: (row) => row.listPriceCents / 100,
          cell: (row) => <Money cents={row.listPriceCents} />,
        },
        {
          id: "active",
          header: t("active"),
          width: 150,
          hidden: true,
          csv: (row) => String(row.active),
          cell: (row) => (
            <StatusBadge
              label={row.active ? t("active") : t("inactive")}
              tone={row.active ? "success" : "neutral"}
            />
          ),
        },
      ]),
    [t, percent, number],
  );
};

/** Everything we sell and do, with prices; an article opens beside the list. */
export const CatalogScreen = () => {
  const t = useWords(catalogWords);
  const may = useMay();
  const filters = useFilters();
  const columns = useColumns();
  const { openId, open } = useOpenRecord();
  const [isAdding, setAdding] = useState(false);
  const list = useList(catalog.articles, filters.values as never);
  const mayChange = may("sales.pricing");
  return (
    <>
      <PageHeader
        title={t("catalog")}
        actions={
          mayChange && (
            <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setAdding(true)}>
              {t("add")}
            </Button>
          )
        }
      />
      <BesideList
        list={
          <DataTable
            name="articles"
            label={t("catalog")}
            list={list}
            columns={columns}
            rowId={(row) => row.id}
            rowTo={(row) => `/catalog?open=${row.id}`}
            onOpen={(row) => open(row.id)}
            openId={openId}
            filters={filters}
            empty={<EmptyState title={t("none")} text={t("noneText")} />}
          >
            <FilterBar
              list="articles"
              filters={filters}
              search={{ name: "search", placeholder: t("search") }}
              choices={[
                {
                  name: "kind",
                  label: t("kindName"),
                  options: ArticleKind.options.map((value) => ({ value, label: t(`kind.${value}`) })),
                },
                {
                  name: "active",
                  label: t("active"),
                  single: true,
                  options: [
                    { value: "true", label: t("active") },
                    { value: "false", label: t("inactive") },
                  ],
                },
              ]}
            />
          </DataTable>
        }
        panel={
          openId && (
            <ArticlePanel
              key={openId}
              articleId={openId}
              mayChange={mayChange}
              onClose={() => open(undefined)}
            />
          )
        }
      />
      {isAdding && (
        <AddArticle
          onClose={() => setAdding(false)}
          onAdded={(id) => {
            setAdding(false);
            open(id);
          }}
        />
      )}
    </>
  );
};
