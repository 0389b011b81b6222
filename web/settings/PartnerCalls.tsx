import { Button, Textarea } from "@mantine/core";
import { useMemo, useState } from "react";
import type { z } from "zod";
import { type CallRow, partners } from "#partners/contract";
import { useAction } from "../api/useAction.ts";
import { DateText } from "../ui/DateText.tsx";
import { Go } from "../ui/Go.tsx";
import { PropertyList } from "../ui/PropertyList.tsx";
import { SidePanel } from "../ui/SidePanel.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { EmptyState } from "../ui/states.tsx";
import { columnsOf } from "../ui/table/column.ts";
import { tellDone } from "../ui/tell.ts";
import type { Tone } from "../ui/theme.ts";
import { useWords } from "../words/words.ts";
import { SettingsList } from "./SettingsList.tsx";
import styles from "./settings.module.css";
import { settingsWords } from "./words.ts";

type Call = z.infer<typeof CallRow>;

const tones: Record<Call["outcome"], Tone> = {
  created: "success",
  lead_created: "success",
  existing: "neutral",
  conflict: "warning",
  refused: "danger",
};

const objectOf = (text: string) => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
};

const CallPanel = ({ call, onClose }: { call: Call; onClose: () => void }) => {
  const t = useWords(settingsWords);
  const mayReplay = call.outcome === "refused" || call.outcome === "conflict";
  const [typed, setTyped] = useState(() => JSON.stringify(call.payload, null, 2));
  const payload = objectOf(typed);
  const replay = useAction(partners.replayCall, {
    onDone: ({ order_number: number }) => tellDone(t("replayed", { number })),
  });
  return (
    <SidePanel title={call.partnerOrderId ?? call.organizationName} onClose={onClose}>
      <PropertyList
        properties={[
          { label: t("organization"), value: call.organizationName },
          {
            label: t("outcomeName"),
            value: <StatusBadge label={t(`outcome.${call.outcome}`)} tone={tones[call.outcome]} />,
          },
          { label: t("at"), value: <DateText at={call.at} as="moment" /> },
          {
            label: t("order"),
            value: call.orderId && (
              <Go to={`/orders/${call.orderId}`} className="cc-link-button">
                {t("order")}
              </Go>
            ),
          },
        ]}
      />
      {call.problem !== null && (
        <>
          <p className={styles.label}>{t("problem")}</p>
          <pre className={styles.code} tabIndex={0}>
            {JSON.stringify(call.problem, null, 2)}
          </pre>
        </>
      )}
      {mayReplay ? (
        <>
          <Textarea
            mt={16}
            label={t("payload")}
            autosize
            minRows={8}
            maxRows={24}
            spellCheck={false}
            value={typed}
            error={payload ? undefined : t("notJson")}
            styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 12 } }}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button
            mt={12}
            disabled={!payload}
            loading={replay.isRunning}
            onClick={() => replay.run({ callId: call.id, ...(payload ? { payload } : {}) })}
          >
            {t("replay")}
          </Button>
        </>
      ) : (
        <>
          <p className={styles.label}>{t("payload")}</p>
          <pre className={styles.code} tabIndex={0}>
            {JSON.stringify(call.payload, null, 2)}
          </pre>
        </>
      )}
    </SidePanel>
  );
};

const useColumns = () => {
  const t = useWords(settingsWords);
  return useMemo(
    () =>
      columnsOf<Call>([
        {
          id: "partnerOrder",
          header: t("partnerOrder"),
          width: { min: 160, grow: 1.4 },
          always: true,
          phone: "title",
          csv: (row) => row.partnerOrderId,
          cell: (row) => row.partnerOrderId ?? "–",
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
          id: "outcome",
          header: t("outcomeName"),
          width: 160,
          phone: "side",
          csv: (row) => row.outcome,
          cell: (row) => <StatusBadge label={t(`outcome.${row.outcome}`)} tone={tones[row.outcome]} />,
        },
        {
          id: "at",
          header: t("at"),
          width: 150,
          sort: "at",
          descendingFirst: true,
          phone: "line",
          csv: (row) => row.at,
          cell: (row) => <DateText at={row.at} as="moment" />,
        },
      ]),
    [t],
  );
};

/** What partners sent us; what was refused can be mended and read again. */
export const PartnerCalls = () => {
  const t = useWords(settingsWords);
  return (
    <SettingsList
      tab="desk"
      label={t("desk")}
      endpoint={partners.calls}
      columns={useColumns()}
      empty={<EmptyState title={t("noCalls")} text={t("noCallsText")} />}
      choices={[
        {
          name: "outcome",
          label: t("outcomeName"),
          options: (Object.keys(tones) as Call["outcome"][]).map((value) => ({
            value,
            label: t(`outcome.${value}`),
            tone: tones[value],
          })),
        },
      ]}
      panel={(call, close) => <CallPanel key={call.id} call={call} onClose={close} />}
    />
  );
};
