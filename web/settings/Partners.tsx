import { Button, Modal } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { partners } from "#partners/contract";
import { type RowOf, useList } from "../api/queries.ts";
import { OrganizationPicker } from "../crm/OrganizationPicker.tsx";
import { EntityMark } from "../orders/EntityMark.tsx";
import { partnerSettingsWords } from "../partners/settings/words.ts";
import { DateText } from "../ui/DateText.tsx";
import { FilterBar } from "../ui/filter/FilterBar.tsx";
import { useGo } from "../ui/Go.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { EmptyState } from "../ui/states.tsx";
import { columnsOf } from "../ui/table/column.ts";
import { DataTable } from "../ui/table/DataTable.tsx";
import { useWords } from "../words/words.ts";
import styles from "./settings.module.css";
import { useTabFilters } from "./useTabFilters.ts";
import { settingsWords } from "./words.ts";

type Row = RowOf<typeof partners.channels>;

export const placeOf = (organizationId: string) => `/customers/${organizationId}?tab=settings`;

const useColumns = () => {
  const t = useWords(partnerSettingsWords);
  return useMemo(
    () =>
      columnsOf<Row>([
        {
          id: "name",
          header: t("partner"),
          width: { min: 180, grow: 1.6 },
          sort: "name",
          always: true,
          phone: "title",
          csv: (row) => row.name,
          cell: (row) => row.name,
        },
        {
          id: "entity",
          header: t("entity"),
          width: 140,
          csv: (row) => row.businessEntity,
          cell: (row) => <EntityMark code={row.businessEntity} />,
        },
        {
          id: "state",
          header: t("state"),
          width: 140,
          phone: "side",
          csv: (row) => (row.active ? t("works") : t("stopped")),
          cell: (row) => (
            <StatusBadge
              label={row.active ? t("works") : t("stopped")}
              tone={row.active ? "success" : "neutral"}
            />
          ),
        },
        {
          id: "keys",
          header: t("keys"),
          width: 100,
          align: "right",
          csv: (row) => row.keys,
          cell: (row) => row.keys,
        },
        {
          id: "told",
          header: t("told"),
          width: 110,
          csv: (row) => (row.hasWebhook ? t("yes") : t("no")),
          cell: (row) => (row.hasWebhook ? t("yes") : t("no")),
        },
        {
          id: "lastCall",
          header: t("lastCall"),
          width: 150,
          phone: "line",
          csv: (row) => row.lastCallAt,
          cell: (row) => row.lastCallAt && <DateText at={row.lastCallAt} as="ago" />,
        },
      ]),
    [t],
  );
};

/** Partners with a connection; each opens where everything about working with it is kept. */
export const Partners = () => {
  const t = useWords(partnerSettingsWords);
  const s = useWords(settingsWords);
  const go = useGo();
  const [isChoosing, setChoosing] = useState(false);
  const filters = useTabFilters();
  const list = useList(partners.channels, filters.values as never);
  const columns = useColumns();
  return (
    <>
      <DataTable
        name="partner-channels"
        label={s("partners")}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        rowTo={(row) => placeOf(row.id)}
        filters={filters}
        empty={<EmptyState title={t("noChannels")} text={t("noChannelsText")} />}
      >
        <div className={styles.tools}>
          <FilterBar filters={filters} search={{ name: "search", placeholder: t("search") }} />
          <Button size="xs" leftSection={<IconPlus size={14} stroke={2} />} onClick={() => setChoosing(true)}>
            {t("choose")}
          </Button>
        </div>
      </DataTable>
      <Modal opened={isChoosing} onClose={() => setChoosing(false)} title={t("choose")}>
        <OrganizationPicker
          label={t("partner")}
          kinds={["partner"]}
          value=""
          onChange={(id) => go(placeOf(id))}
        />
      </Modal>
    </>
  );
};
