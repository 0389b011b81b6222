import { partners } from "#partners/contract";
import { useQuery } from "../../api/queries.ts";
import type { Organization } from "../../crm/OrganizationFacts.tsx";
import { useMay } from "../../identity/session.tsx";
import { Columns } from "../../ui/Columns.tsx";
import { ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { Agreements } from "./Agreements.tsx";
import { ArticleMap } from "./ArticleMap.tsx";
import { Connection, OpenConnection } from "./Connection.tsx";
import { FieldMapForm, StatusMapForm } from "./Maps.tsx";
import { Webhook } from "./Webhook.tsx";

/** Everything that is agreed with a partner and how its machines talk with ours. */
export const PartnerSettings = ({ organization }: { organization: Organization }) => {
  const may = useMay();
  const organizationId = organization.id;
  const mayKeep = may("admin.integrations") || may("sales.orders");
  const { data, error, refetch } = useQuery(partners.channel, { organizationId }, { when: mayKeep });
  const channel = data?.channel;
  return (
    <Columns
      side={
        <>
          <Agreements organization={organization} />
          {channel && may("admin.integrations") && <Webhook key={channel.webhookUrl} channel={channel} />}
        </>
      }
    >
      {error && !data ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {mayKeep && !data && !error && <SkeletonLines lines={8} />}
      {data && !channel && <OpenConnection organizationId={organizationId} name={organization.name} />}
      {channel && (
        <>
          <Connection key={organizationId} channel={channel} />
          <ArticleMap organizationId={organizationId} />
          <FieldMapForm channel={channel} />
          <StatusMapForm channel={channel} />
        </>
      )}
      {data && !channel && <ArticleMap organizationId={organizationId} />}
    </Columns>
  );
};
