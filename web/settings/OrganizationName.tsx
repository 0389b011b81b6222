import { crm } from "#crm/contract";
import { useQuery } from "../api/queries.ts";

/** The name of an organization of which only the id is known. */
export const OrganizationName = ({ id }: { id: string | null }) => {
  const { data } = useQuery(
    crm.organization,
    { organizationId: id ?? "" },
    { when: id !== null, fresh: 300_000 },
  );
  return <>{data?.name ?? ""}</>;
};
