import { Button } from "@mantine/core";
import type { z } from "zod";
import { type DeliveryRow, partners } from "#partners/contract";
import { useAction } from "../api/useAction.ts";
import { deliveryTones } from "../partners/deliveryTones.ts";
import { DateText } from "../ui/DateText.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { EmptyState } from "../ui/states.tsx";
import { columnsOf } from "../ui/table/column.ts";
import { tellDone } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import { SettingsList } from "./SettingsList.tsx";
import { settingsWords } from "./words.ts";

type Delivery = z.infer<typeof DeliveryRow>;

const useColumns = (replay: (deliveryId: string) => void) => {
  const t = useWords(settingsWords);
  return columnsOf<Delivery>([
    {
      id: "event",
      header: t("event"),
      width: { min: 180, grow: 1.4 },
      always: true,
      phone: "title",
      csv: (row) => row.event,
      cell: (row) => row.event,
    },
    {
      id: "organization",
      header: t("organization"),
      width: { min: 160, grow: 1.4 },
      phone: "line",
      csv: (row) => row.organizationName,
      cell: (row) => row.organizationName,
    },
    {
      id: "status",
      header: t("outcomeName"),
      width: 150,
      phone: "side",
      csv: (row) => row.status,
      cell: (row) => <StatusBadge label={t(`delivery.${row.status}`)} tone={deliveryTones[row.status]} />,
    },
    { id: "attempts", header: t("attempts"), width: 90, align: "right", cell: (row) => row.attempts },
    {
      id: "answer",
      header: t("answer"),
      width: { min: 140 },
      csv: (row) => row.lastError ?? row.lastStatus,
      cell: (row) => row.lastError ?? row.lastStatus,
    },
    {
      id: "created",
      header: t("at"),
      width: 150,
      sort: "createdAt",
      descendingFirst: true,
      csv: (row) => row.createdAt,
      cell: (row) => <DateText at={row.createdAt} as="moment" />,
    },
    {
      id: "actions",
      header: t("actions"),
      width: 160,
      cell: (row) =>
        row.status === "failed" && (
          <Button size="xs" variant="default" onClick={() => replay(row.id)}>
            {t("resend")}
          </Button>
        ),
    },
  ]);
};

/** What we told partners, each with its attempts and their answer. */
export const PartnerDeliveries = () => {
  const t = useWords(settingsWords);
  const replay = useAction(partners.replayDelivery, { onDone: () => tellDone(t("resent")) });
  return (
    <SettingsList
      tab="deliveries"
      label={t("deliveries")}
      endpoint={partners.deliveries}
      columns={useColumns((deliveryId) => replay.run({ deliveryId }))}
      empty={<EmptyState title={t("noDeliveries")} text={t("noDeliveriesText")} />}
      choices={[
        {
          name: "status",
          label: t("outcomeName"),
          options: (Object.keys(deliveryTones) as Delivery["status"][]).map((value) => ({
            value,
            label: t(`delivery.${value}`),
            tone: deliveryTones[value],
          })),
        },
      ]}
    />
  );
};
