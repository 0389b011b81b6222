import { Button, Modal, Select, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { type ApiKey, identity, KeyKind } from "#platform/identity/contract";
import { useList } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { useActionForm } from "../api/useActionForm.ts";
import { OrganizationPicker } from "../crm/OrganizationPicker.tsx";
import { DateText } from "../ui/DateText.tsx";
import { FilterBar } from "../ui/filter/FilterBar.tsx";
import { ShownOnce } from "../ui/ShownOnce.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { EmptyState } from "../ui/states.tsx";
import { columnsOf } from "../ui/table/column.ts";
import { DataTable } from "../ui/table/DataTable.tsx";
import { tellDone } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import { OrganizationName } from "./OrganizationName.tsx";
import styles from "./settings.module.css";
import { useTabFilters } from "./useTabFilters.ts";
import { settingsWords } from "./words.ts";

const AddKey = ({ onClose, onMade }: { onClose: () => void; onMade: (key: string) => void }) => {
  const t = useWords(settingsWords);
  const form = useActionForm(
    identity.createApiKey,
    { organizationId: "", name: "", kind: "api_key" },
    { onDone: ({ key }) => onMade(key) },
  );
  return (
    <Modal opened onClose={onClose} title={t("addKey")}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <OrganizationPicker
          label={t("organization")}
          kinds={["partner"]}
          value={form.values.organizationId}
          onChange={(id) => form.setFieldValue("organizationId", id)}
          error={form.errors.organizationId}
        />
        <TextInput label={t("name")} {...form.field("name")} />
        <Select label={t("kindName")} allowDeselect={false} data={KeyKind.options} {...form.field("kind")} />
        <Button type="submit" loading={form.isSending}>
          {t("addKey")}
        </Button>
      </form>
    </Modal>
  );
};

const useColumns = (on: { rotate: (keyId: string) => void; revoke: (keyId: string) => void }) => {
  const t = useWords(settingsWords);
  return columnsOf<ApiKey>([
    {
      id: "name",
      header: t("name"),
      width: { min: 160, grow: 1.4 },
      always: true,
      phone: "title",
      cell: (row) => row.name,
    },
    {
      id: "organization",
      header: t("organization"),
      width: { min: 160, grow: 1.4 },
      phone: "line",
      cell: (row) => <OrganizationName id={row.organizationId} />,
    },
    { id: "kind", header: t("kindName"), width: 110, cell: (row) => row.kind },
    { id: "prefix", header: t("prefix"), width: 130, cell: (row) => <code>{row.prefix}…</code> },
    {
      id: "used",
      header: t("lastUsed"),
      width: 130,
      cell: (row) => (row.lastUsedAt ? <DateText at={row.lastUsedAt} as="ago" /> : t("never")),
    },
    {
      id: "state",
      header: t("active"),
      width: 120,
      phone: "side",
      cell: (row) => (
        <StatusBadge
          label={row.revokedAt ? t("revoked") : t("keyActive")}
          tone={row.revokedAt ? "neutral" : "success"}
        />
      ),
    },
    {
      id: "actions",
      header: t("actions"),
      width: 190,
      cell: (row) =>
        row.revokedAt === null && (
          <span style={{ position: "relative", zIndex: 1 }}>
            <Button size="xs" variant="subtle" onClick={() => on.rotate(row.id)}>
              {t("rotate")}
            </Button>
            <Button size="xs" variant="subtle" onClick={() => on.revoke(row.id)}>
              {t("revoke")}
            </Button>
          </span>
        ),
    },
  ]);
};

/** The keys of partners' machines; a key itself is shown once, when it is made. */
export const Keys = () => {
  const t = useWords(settingsWords);
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const filters = useTabFilters();
  const list = useList(identity.apiKeys, filters.values as never);
  const revoke = useAction(identity.revokeApiKey, { onDone: () => tellDone(t("revokedKey")) });
  const rotate = useAction(identity.rotateApiKey, { onDone: ({ key }) => setSecret(key) });
  const columns = useColumns({
    rotate: (keyId) => rotate.run({ keyId }),
    revoke: (keyId) => revoke.run({ keyId }),
  });
  const add = (
    <Button size="xs" leftSection={<IconPlus size={14} stroke={2} />} onClick={() => setAdding(true)}>
      {t("addKey")}
    </Button>
  );
  return (
    <>
      <DataTable
        name="api-keys"
        label={t("keys")}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        filters={filters}
        empty={<EmptyState title={t("noKeys")} text={t("keyText")} action={add} />}
      >
        <div className={styles.tools}>
          <FilterBar filters={filters} />
          {add}
        </div>
      </DataTable>
      {isAdding && (
        <AddKey
          onClose={() => setAdding(false)}
          onMade={(key) => {
            setAdding(false);
            setSecret(key);
          }}
        />
      )}
      {secret && <ShownOnce title={t("keyShown")} secret={secret} onClose={() => setSecret(undefined)} />}
    </>
  );
};
