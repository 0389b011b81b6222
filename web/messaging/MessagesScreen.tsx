import { useMemo } from "react";
import type { z } from "zod";
import { type MessageRow, messaging } from "#messaging/contract";
import { useList } from "../api/queries.ts";
import { DateText } from "../ui/DateText.tsx";
import { FilterBar } from "../ui/filter/FilterBar.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { BesideList, SidePanel } from "../ui/SidePanel.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { EmptyState } from "../ui/states.tsx";
import { columnsOf } from "../ui/table/column.ts";
import { DataTable } from "../ui/table/DataTable.tsx";
import { useFilters, useOpenRecord } from "../ui/useFilters.ts";
import { useWords } from "../words/words.ts";
import { MessageView } from "./MessageView.tsx";
import { messageTones } from "./status.ts";
import { messageWords } from "./words.ts";

type Row = z.infer<typeof MessageRow>;

const useColumns = () => {
  const t = useWords(messageWords);
  return useMemo(
    () =>
      columnsOf<Row>([
        {
          id: "subject",
          header: t("subject"),
          width: { min: 220, grow: 3 },
          always: true,
          phone: "title",
          csv: (row) => row.subject,
          cell: (row) => row.subject,
        },
        {
          id: "to",
          header: t("to"),
          width: { min: 160, grow: 1.4 },
          phone: "line",
          csv: (row) => row.toAddress,
          cell: (row) => row.contactName,
        },
        {
          id: "order",
          header: t("order"),
          width: 130,
          csv: (row) => row.orderNumber,
          cell: (row) => <span className="tabular">{row.orderNumber}</span>,
        },
        {
          id: "status",
          header: t("statusName"),
          width: 150,
          phone: "side",
          csv: (row) => t(`status.${row.status}`),
          cell: (row) => <StatusBadge label={t(`status.${row.status}`)} tone={messageTones[row.status]} />,
        },
        {
          id: "created",
          header: t("sent"),
          width: 140,
          sort: "createdAt",
          descendingFirst: true,
          phone: "line",
          csv: (row) => row.createdAt,
          cell: (row) => <DateText at={row.sentAt ?? row.createdAt} as="moment" />,
        },
      ]),
    [t],
  );
};

/** Every mail that left the house or waits in the outbox, with a reading pane. */
export const MessagesScreen = () => {
  const t = useWords(messageWords);
  const filters = useFilters();
  const { openId, open } = useOpenRecord();
  const list = useList(messaging.messages, filters.values as never);
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t("mail")} />
      <BesideList
        list={
          <DataTable
            name="messages"
            label={t("mail")}
            list={list}
            columns={columns}
            rowId={(row) => row.id}
            rowTo={(row) => `/inbox?open=${row.id}`}
            onOpen={(row) => open(row.id)}
            openId={openId}
            filters={filters}
            empty={<EmptyState title={t("none")} text={t("noneText")} />}
          >
            <FilterBar
              filters={filters}
              search={{ name: "search", placeholder: t("search") }}
              choices={[
                {
                  name: "status",
                  label: t("statusName"),
                  options: (["queued", "kept", "sent", "failed"] as const).map((value) => ({
                    value,
                    label: t(`status.${value}`),
                    tone: messageTones[value],
                  })),
                },
              ]}
            />
          </DataTable>
        }
        panel={
          openId && (
            <SidePanel title={t("mail")} onClose={() => open(undefined)}>
              <MessageView key={openId} messageId={openId} />
            </SidePanel>
          )
        }
      />
    </>
  );
};
