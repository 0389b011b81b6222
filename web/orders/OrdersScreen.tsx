import { Button, SegmentedControl } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { orderStatus } from "#orders/contract";
import { useMay } from "../identity/session.tsx";
import { useEntityCode } from "../ui/entity.ts";
import { FilterBar } from "../ui/filter/FilterBar.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { type Filters, useFilters } from "../ui/useFilters.ts";
import { useWords } from "../words/words.ts";
import { OrderBoard } from "./board/OrderBoard.tsx";
import { openNewLead } from "./lead/newLeadDialog.ts";
import { OrderList } from "./OrderList.tsx";
import { optionsOf, toneOf, useOrderNames } from "./status.ts";
import { orderWords } from "./words.ts";

/** The filters of list and board, in the address. */
const OrderFilters = ({ filters, isBoard }: { filters: Filters; isBoard: boolean }) => {
  const t = useWords(orderWords);
  const names = useOrderNames();
  const statuses = orderStatus.names.map((value) => ({
    value,
    label: names("status", value),
    tone: toneOf(value),
  }));
  return (
    <FilterBar
      list="orders"
      filters={filters}
      search={{ name: "search", placeholder: t("search") }}
      choices={[
        ...(isBoard ? [] : [{ name: "status", label: t("statusName"), options: statuses }]),
        { name: "kind", label: t("type"), options: optionsOf(names, "kind") },
        { name: "priority", label: t("priorityName"), options: optionsOf(names, "priority") },
        { name: "billingState", label: t("billingName"), options: optionsOf(names, "billing") },
        {
          name: "overdue",
          label: t("clock"),
          options: [{ value: "true", label: t("lateOnly") }],
          single: true,
        },
      ]}
      days={[{ label: t("created"), from: "createdFrom", until: "createdUntil" }]}
    />
  );
};

/** Every order, as a list or on a board by phase; the filters are the same and stand in the address. */
export const OrdersScreen = () => {
  const t = useWords(orderWords);
  const may = useMay();
  const filters = useFilters();
  const businessEntity = useEntityCode();
  const { view, ...values } = filters.values;
  const isBoard = view === "board";
  const asked = { ...values, ...(businessEntity ? { businessEntity } : {}) };
  const bar = <OrderFilters filters={filters} isBoard={isBoard} />;
  return (
    <>
      <PageHeader
        title={t("orders")}
        actions={
          <>
            <SegmentedControl
              size="xs"
              aria-label={t("view")}
              value={isBoard ? "board" : "list"}
              onChange={(next) => filters.set({ view: next === "board" ? "board" : undefined })}
              data={[
                { value: "list", label: t("list") },
                { value: "board", label: t("board") },
              ]}
            />
            {may("sales.orders") && (
              <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={openNewLead}>
                {t("newLead")}
              </Button>
            )}
          </>
        }
      />
      {isBoard ? (
        <OrderBoard asked={asked}>{bar}</OrderBoard>
      ) : (
        <OrderList filters={filters} asked={asked}>
          {bar}
        </OrderList>
      )}
    </>
  );
};
