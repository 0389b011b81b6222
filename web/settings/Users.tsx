import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { identity, Role, type User } from "#platform/identity/contract";
import { DateText } from "../ui/DateText.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { EmptyState } from "../ui/states.tsx";
import { columnsOf } from "../ui/table/column.ts";
import { useWords } from "../words/words.ts";
import { AddUser } from "./AddUser.tsx";
import { OrganizationName } from "./OrganizationName.tsx";
import { SettingsList } from "./SettingsList.tsx";
import { UserPanel } from "./UserPanel.tsx";
import { settingsWords } from "./words.ts";

const useColumns = () => {
  const t = useWords(settingsWords);
  return useMemo(
    () =>
      columnsOf<User>([
        {
          id: "name",
          header: t("name"),
          width: { min: 160, grow: 1.2 },
          sort: "name",
          always: true,
          phone: "title",
          csv: (row) => row.name,
          cell: (row) => row.name,
        },
        {
          id: "email",
          header: t("email"),
          width: { min: 200, grow: 1.6 },
          phone: "line",
          csv: (row) => row.email,
          cell: (row) => row.email,
        },
        {
          id: "role",
          header: t("roleName"),
          width: 130,
          csv: (row) => t(`role.${row.role}`),
          cell: (row) => t(`role.${row.role}`),
        },
        {
          id: "organization",
          header: t("organization"),
          width: { min: 140 },
          cell: (row) => row.organizationId && <OrganizationName id={row.organizationId} />,
        },
        {
          id: "factor",
          header: t("secondFactor"),
          width: 110,
          cell: (row) => (row.secondFactor ? t("on") : t("off")),
        },
        {
          id: "seen",
          header: t("lastSeen"),
          width: 130,
          cell: (row) => (row.lastSeenAt ? <DateText at={row.lastSeenAt} as="ago" /> : t("never")),
        },
        {
          id: "active",
          header: t("active"),
          width: 120,
          phone: "side",
          cell: (row) => (
            <StatusBadge
              label={row.active ? t("active") : t("inactive")}
              tone={row.active ? "success" : "neutral"}
            />
          ),
        },
      ]),
    [t],
  );
};

/** Everybody with an account. */
export const Users = () => {
  const t = useWords(settingsWords);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <SettingsList
        tab="users"
        label={t("users")}
        endpoint={identity.users}
        columns={useColumns()}
        empty={<EmptyState title={t("noUsers")} />}
        search={t("searchPeople")}
        choices={[
          {
            name: "role",
            label: t("roleName"),
            single: true,
            options: Role.options.map((value) => ({ value, label: t(`role.${value}`) })),
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
        action={
          <Button size="xs" leftSection={<IconPlus size={14} stroke={2} />} onClick={() => setAdding(true)}>
            {t("addUser")}
          </Button>
        }
        panel={(user, close) => <UserPanel key={user.id} user={user} onClose={close} />}
      />
      {isAdding && <AddUser onClose={() => setAdding(false)} />}
    </>
  );
};
