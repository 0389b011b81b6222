import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { orders } from "#orders/contract";
import { useList } from "../api/queries.ts";
import { useMay } from "../identity/session.tsx";
import { BesideList } from "../ui/SidePanel.tsx";
import { EmptyState } from "../ui/states.tsx";
import { DataTable } from "../ui/table/DataTable.tsx";
import { type Filters, useOpenRecord } from "../ui/useFilters.ts";
import { useWords } from "../words/words.ts";
import { BulkActions } from "./BulkActions.tsx";
import { openNewLead } from "./lead/newLeadDialog.ts";
import { OrderPreview } from "./OrderPreview.tsx";
import { useOrderColumns } from "./orderColumns.tsx";
import { orderWords } from "./words.ts";

interface ListProps {
  filters: Filters;
  asked: Record<string, string>;
  children: ReactNode;
}

/** Orders as a list, with the chosen one beside it. */
export const OrderList = ({ filters, asked, children }: ListProps) => {
  const t = useWords(orderWords);
  const may = useMay();
  const columns = useOrderColumns();
  const list = useList(orders.orders, asked as never, { live: ["orders", "planning", "sales", "billing"] });
  const { openId, open } = useOpenRecord();
  const mayChange = may("sales.orders") || may("operations.planning");
  return (
    <BesideList
      list={
        <DataTable
          name="orders"
          label={t("orders")}
          list={list}
          columns={columns}
          rowId={(row) => row.id}
          rowTo={(row) => `/orders/${row.id}`}
          onOpen={(row) => open(row.id)}
          openId={openId}
          filters={filters}
          {...(mayChange
            ? { bulk: (ids: string[], clear: () => void) => <BulkActions ids={ids} onDone={clear} /> }
            : {})}
          empty={
            <EmptyState
              title={t("none")}
              text={t("noneText")}
              action={
                may("sales.orders") && (
                  <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={openNewLead}>
                    {t("newLead")}
                  </Button>
                )
              }
            />
          }
        >
          {children}
        </DataTable>
      }
      panel={openId && <OrderPreview key={openId} orderId={openId} onClose={() => open(undefined)} />}
    />
  );
};
