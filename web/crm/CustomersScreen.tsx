import { useMemo } from "react";
import type { z } from "zod";
import { type ContactRow, crm, type OrganizationRow } from "#crm/contract";
import { phoneText } from "#platform/contract";
import { useList } from "../api/queries.ts";
import { DateText } from "../ui/DateText.tsx";
import { FilterBar } from "../ui/filter/FilterBar.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { PageTabs } from "../ui/PageTabs.tsx";
import { EmptyState } from "../ui/states.tsx";
import { columnsOf } from "../ui/table/column.ts";
import { DataTable } from "../ui/table/DataTable.tsx";
import { useFilters } from "../ui/useFilters.ts";
import { useWords } from "../words/words.ts";
import { crmWords } from "./words.ts";

type Organization = z.infer<typeof OrganizationRow>;
type Contact = z.infer<typeof ContactRow>;

const useOrganizationColumns = () => {
  const t = useWords(crmWords);
  return useMemo(
    () =>
      columnsOf<Organization>([
        {
          id: "name",
          header: t("name"),
          width: { min: 200, grow: 2 },
          sort: "name",
          always: true,
          phone: "title",
          csv: (row) => row.name,
          cell: (row) => row.name,
        },
        {
          id: "kind",
          header: t("kindName"),
          width: 120,
          phone: "side",
          csv: (row) => t(`kind.${row.kind}`),
          cell: (row) => t(`kind.${row.kind}`),
        },
        {
          id: "parent",
          header: t("parent"),
          phone: "line",
          csv: (row) => row.parentName,
          cell: (row) => row.parentName,
        },
        { id: "city", header: t("city"), phone: "line", csv: (row) => row.city, cell: (row) => row.city },
        {
          id: "email",
          header: t("email"),
          width: { min: 180, grow: 1.4 },
          csv: (row) => row.email,
          cell: (row) => row.email,
        },
        {
          id: "phone",
          header: t("phone"),
          csv: (row) => row.phone,
          cell: (row) => row.phone && phoneText(row.phone),
        },
        {
          id: "since",
          header: t("since"),
          width: 120,
          sort: "createdAt",
          descendingFirst: true,
          csv: (row) => row.createdAt,
          cell: (row) => <DateText at={row.createdAt} />,
        },
      ]),
    [t],
  );
};

const Organizations = ({ kinds }: { kinds: Organization["kind"][] }) => {
  const t = useWords(crmWords);
  const filters = useFilters();
  const columns = useOrganizationColumns();
  const { tab: _, ...values } = filters.values;
  const isPartners = kinds.includes("partner");
  const list = useList(crm.organizations, { kind: kinds, ...values } as never);
  return (
    <DataTable
      name={isPartners ? "partners" : "organizations"}
      label={isPartners ? t("partners") : t("organizations")}
      list={list}
      columns={columns}
      rowId={(row) => row.id}
      rowTo={(row) => `/${isPartners ? "partners" : "customers"}/${row.id}`}
      filters={filters}
      empty={
        isPartners ? (
          <EmptyState title={t("noPartners")} text={t("noPartnersText")} />
        ) : (
          <EmptyState title={t("none")} text={t("noneText")} />
        )
      }
    >
      <FilterBar
        list={isPartners ? "partners" : "organizations"}
        filters={filters}
        search={{ name: "search", placeholder: t("search") }}
        choices={
          isPartners
            ? []
            : [
                {
                  name: "kind",
                  label: t("kindName"),
                  options: kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
                },
              ]
        }
      />
    </DataTable>
  );
};

const useContactColumns = () => {
  const t = useWords(crmWords);
  return useMemo(
    () =>
      columnsOf<Contact>([
        {
          id: "name",
          header: t("name"),
          width: { min: 180, grow: 1.4 },
          sort: "name",
          always: true,
          phone: "title",
          csv: (row) => row.name,
          cell: (row) => row.name,
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
          id: "email",
          header: t("email"),
          width: { min: 180, grow: 1.4 },
          csv: (row) => row.email,
          cell: (row) => row.email,
        },
        {
          id: "phone",
          header: t("phone"),
          phone: "line",
          csv: (row) => row.phone,
          cell: (row) => row.phone && phoneText(row.phone),
        },
      ]),
    [t],
  );
};

const Contacts = () => {
  const t = useWords(crmWords);
  const filters = useFilters();
  const { tab: _, ...values } = filters.values;
  const list = useList(crm.contacts, values as never);
  const columns = useContactColumns();
  return (
    <DataTable
      name="contacts"
      label={t("contacts")}
      list={list}
      columns={columns}
      rowId={(row) => row.id}
      rowTo={(row) => `/contacts/${row.id}`}
      filters={filters}
      empty={<EmptyState title={t("nobody")} text={t("nobodyText")} />}
    >
      <FilterBar filters={filters} search={{ name: "search", placeholder: t("search") }} />
    </DataTable>
  );
};

/** Everybody we work for: organizations and people. */
export const CustomersScreen = () => {
  const t = useWords(crmWords);
  const { tab } = useFilters().values;
  const isPeople = tab === "contacts";
  return (
    <>
      <PageHeader title={t("customers")}>
        <PageTabs
          label={t("customers")}
          current={isPeople ? "contacts" : "organizations"}
          tabs={[
            { value: "organizations", label: t("organizations"), to: "/customers" },
            { value: "contacts", label: t("contacts"), to: "/customers?tab=contacts" },
          ]}
        />
      </PageHeader>
      {isPeople ? <Contacts /> : <Organizations kinds={["household", "business"]} />}
    </>
  );
};

/** The partners who bring orders. */
export const PartnersScreen = () => {
  const t = useWords(crmWords);
  return (
    <>
      <PageHeader title={t("partners")} />
      <Organizations kinds={["partner", "supplier"]} />
    </>
  );
};
