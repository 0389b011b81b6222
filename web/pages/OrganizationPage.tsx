import { useEffect } from "react";
import { crm } from "#crm/contract";
import { orders } from "#orders/contract";
import { useList, useQuery } from "../api/queries.ts";
import { PriceAgreements } from "../catalog/PriceAgreements.tsx";
import styles from "../crm/Organization.module.css";
import { type Organization, OrganizationFacts, OrganizationPeople } from "../crm/OrganizationFacts.tsx";
import { crmWords } from "../crm/words.ts";
import { CustomerTimeline } from "../messaging/CustomerTimeline.tsx";
import { MessagesOf } from "../messaging/MessagesOf.tsx";
import { addressOf } from "../orders/address.ts";
import { useOrderColumns } from "../orders/orderColumns.tsx";
import { PartnerSettings } from "../partners/settings/PartnerSettings.tsx";
import { Columns } from "../ui/Columns.tsx";
import { FilterBar } from "../ui/filter/FilterBar.tsx";
import { Go, useGo } from "../ui/Go.tsx";
import { NoRecord } from "../ui/NoRecord.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { PageTabs } from "../ui/PageTabs.tsx";
import { usePathParams } from "../ui/router.tsx";
import { Section } from "../ui/Section.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { EmptyState, SkeletonPage } from "../ui/states.tsx";
import { DataTable } from "../ui/table/DataTable.tsx";
import { useFilters } from "../ui/useFilters.ts";
import { useWords } from "../words/words.ts";

/** The orders to which somebody is a party, as a list of their own. */
export const OrdersOf = ({ about }: { about: { organizationId?: string; contactId?: string } }) => {
  const t = useWords(crmWords);
  const filters = useFilters();
  const columns = useOrderColumns();
  const { tab: _, ...values } = filters.values;
  const list = useList(orders.orders, { ...values, ...about } as never);
  return (
    <DataTable
      name="orders-of"
      label={t("orders")}
      list={list}
      columns={columns}
      rowId={(row) => row.id}
      rowTo={(row) => `/orders/${row.id}`}
      filters={filters}
      empty={<EmptyState title={t("noOrders")} text={t("noOrdersText")} />}
    >
      <FilterBar filters={filters} search={{ name: "search" }} />
    </DataTable>
  );
};

const Places = ({ organization }: { organization: Organization }) => {
  const t = useWords(crmWords);
  if (organization.sites.length === 0) return <p className={styles.soft}>{t("noPlaces")}</p>;
  return (
    <Section title={t("places")} note={organization.sites.length} flush>
      <ul className={styles.places}>
        {organization.sites.map((site) => (
          <li key={site.id}>
            <span className={styles.address}>{addressOf(site) ?? "–"}</span>
            <span className={styles.soft}>{t(`place.${site.kind}`)}</span>
            {!site.verified && <span className={styles.warning}>{t("unverified")}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Tree = ({ organization }: { organization: Organization }) => {
  const t = useWords(crmWords);
  const { parent, below } = organization;
  if (!parent && below.length === 0) return <p className={styles.soft}>{t("noTree")}</p>;
  return (
    <Section title={t("tree")}>
      <div className={styles.tree}>
        {parent && (
          <Go to={`/customers/${parent.id}?tab=tree`} className={styles.link}>
            {parent.name}
          </Go>
        )}
        <div className={parent ? styles.branch : undefined}>
          <p className={styles.here}>{organization.name}</p>
          <ul className={`${styles.tree} ${styles.branch}`}>
            {below.map((each) => (
              <li key={each.id}>
                <Go to={`/customers/${each.id}?tab=tree`} className={styles.link}>
                  {each.name}
                </Go>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Section>
  );
};

const isPartnerKind = (kind: string | undefined) => kind === "partner" || kind === "supplier";

/** A partner's page stands under the partners, whichever link led to it. */
const usePlaceInRail = (organizationId: string, kind: string | undefined) => {
  const go = useGo();
  const here = `/${isPartnerKind(kind) ? "partners" : "customers"}/${organizationId}`;
  useEffect(() => {
    const { pathname, search } = window.location;
    if (kind && pathname !== here && pathname.endsWith(organizationId)) go(here + search, { replace: true });
  }, [kind, here, organizationId, go]);
  return here;
};

/** One organization with everything that belongs to it. */
export const OrganizationPage = () => {
  const { organizationId } = usePathParams("organizationId");
  const t = useWords(crmWords);
  const { tab = "facts" } = useFilters().values;
  const query = useQuery(crm.organization, { organizationId });
  const { data: organization } = query;
  const here = usePlaceInRail(organizationId, organization?.kind);
  if (query.error && !organization)
    return (
      <NoRecord
        error={query.error}
        retry={() => void query.refetch()}
        place={{ label: t("customers"), to: "/customers" }}
      />
    );
  if (!organization) return <SkeletonPage />;
  const isPartner = isPartnerKind(organization.kind);
  return (
    <>
      <PageHeader
        parent={
          isPartner ? { label: t("partners"), to: "/partners" } : { label: t("customers"), to: "/customers" }
        }
        title={organization.name}
        badge={<StatusBadge label={t(`kind.${organization.kind}`)} look="soft" />}
        detail={
          organization.parent && (
            <Go to={`/customers/${organization.parent.id}`} className={styles.link}>
              {organization.parent.name}
            </Go>
          )
        }
      >
        <PageTabs
          label={organization.name}
          current={tab}
          tabs={[
            { value: "facts", label: t("facts"), to: here },
            ...(organization.kind === "partner"
              ? [{ value: "settings", label: t("cooperation"), to: `${here}?tab=settings` }]
              : []),
            { value: "orders", label: t("orders"), to: `${here}?tab=orders` },
            {
              value: "places",
              label: t("places"),
              to: `${here}?tab=places`,
              count: organization.sites.length,
            },
            { value: "messages", label: t("messages"), to: `${here}?tab=messages` },
            {
              value: "tree",
              label: t("tree"),
              to: `${here}?tab=tree`,
              count: organization.below.length,
            },
          ]}
        />
      </PageHeader>
      {tab === "orders" ? (
        <OrdersOf about={{ organizationId }} />
      ) : (
        <div className={styles.scroll}>
          {tab === "facts" && (
            <Columns side={<OrganizationPeople organization={organization} />}>
              <OrganizationFacts organization={organization} />
              {isPartner && <PriceAgreements organizationId={organizationId} />}
              <CustomerTimeline about={{ organizationId }} name={organization.name} />
            </Columns>
          )}
          {tab === "settings" && <PartnerSettings organization={organization} />}
          {tab !== "facts" && tab !== "settings" && (
            <Columns>
              {tab === "places" && <Places organization={organization} />}
              {tab === "messages" && <MessagesOf about={{ organizationId }} />}
              {tab === "tree" && <Tree organization={organization} />}
            </Columns>
          )}
        </div>
      )}
    </>
  );
};
