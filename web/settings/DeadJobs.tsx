import { Button } from "@mantine/core";
import type { z } from "zod";
import { type DeadJob, desk } from "#platform/desk/contract";
import { useList } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { DateText } from "../ui/DateText.tsx";
import { Go } from "../ui/Go.tsx";
import { EmptyState } from "../ui/states.tsx";
import { columnsOf } from "../ui/table/column.ts";
import { DataTable } from "../ui/table/DataTable.tsx";
import { tellDone } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import { settingsWords } from "./words.ts";

type Job = z.infer<typeof DeadJob>;

const useColumns = (retry: (jobId: string) => void) => {
  const t = useWords(settingsWords);
  return columnsOf<Job>([
    {
      id: "kind",
      header: t("job"),
      width: { min: 180 },
      always: true,
      phone: "title",
      csv: (row) => row.kind,
      cell: (row) => row.kind,
    },
    {
      id: "error",
      header: t("error"),
      width: { min: 240, grow: 2 },
      phone: "line",
      csv: (row) => row.lastError,
      cell: (row) => <span title={row.lastError ?? ""}>{row.lastError}</span>,
    },
    {
      id: "order",
      header: t("order"),
      width: 100,
      cell: (row) =>
        row.orderId && (
          <Go to={`/orders/${row.orderId}`} className="cc-link-button">
            {t("order")}
          </Go>
        ),
    },
    { id: "attempts", header: t("attempts"), width: 90, align: "right", cell: (row) => row.attempts },
    {
      id: "created",
      header: t("at"),
      width: 150,
      csv: (row) => row.createdAt,
      cell: (row) => <DateText at={row.createdAt} as="moment" />,
    },
    {
      id: "actions",
      header: t("actions"),
      width: 170,
      phone: "side",
      cell: (row) => (
        <Button size="xs" variant="default" onClick={() => retry(row.id)}>
          {t("retry")}
        </Button>
      ),
    },
  ]);
};

/** Work that failed after all its tries, to be tried again once the cause is gone. */
export const DeadJobs = () => {
  const t = useWords(settingsWords);
  const list = useList(desk.deadJobs, {}, { live: ["*"] });
  const retry = useAction(desk.replayJob, { onDone: () => tellDone(t("retried")) });
  const columns = useColumns((jobId) => retry.run({ jobId }));
  return (
    <DataTable
      name="dead-jobs"
      label={t("jobs")}
      list={list}
      columns={columns}
      rowId={(row) => row.id}
      empty={<EmptyState title={t("noJobs")} text={t("noJobsText")} />}
    />
  );
};
