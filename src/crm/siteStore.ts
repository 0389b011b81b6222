import type { Selectable } from "kysely";
import { type Db, notFound, statement, type Tables, type Work } from "#platform";
import { type Address, type AddressFlag, addressFlags } from "./addresses/address.ts";

export type Site = Selectable<Tables["sites"]>;

/** Keeps a place for an organization as it was given, located as well as the address book can. */
export const addSite = async (
  { tx, now, services }: Work,
  place: {
    organizationId: string;
    address: Address;
    kind?: "installation" | "billing";
    accessNotes?: string | null;
  },
): Promise<{ site: Site; flags: AddressFlag[] }> => {
  const { organizationId, address, kind = "installation", accessNotes = null } = place;
  const known = await services.addresses.locate(address);
  const site = await tx
    .insertInto("sites")
    .values({
      ...address,
      organizationId,
      kind,
      accessNotes,
      city: address.city ?? known?.city ?? null,
      latitude: known?.latitude ?? null,
      longitude: known?.longitude ?? null,
      confidence: known?.confidence ?? "low",
      verified: known?.verified ?? false,
      createdAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { site, flags: addressFlags(address) };
};

/** Writes another address over a site, and locates it again. */
export const moveSite = async (work: Work, siteId: string, address: Address): Promise<Site> => {
  const known = await work.services.addresses.locate(address);
  return work.tx
    .updateTable("sites")
    .set({
      ...address,
      city: address.city ?? known?.city ?? null,
      latitude: known?.latitude ?? null,
      longitude: known?.longitude ?? null,
      confidence: known?.confidence ?? "low",
      verified: known?.verified ?? false,
    })
    .where("id", "=", siteId)
    .returningAll()
    .executeTakeFirstOrThrow();
};

const withId = statement((db, id: string) => db.selectFrom("sites").selectAll().where("id", "=", id));

/** The place of an order; nothing when it has none. */
export const siteOf = async (db: Db, { siteId }: { siteId: string | null }): Promise<Site | undefined> =>
  siteId === null ? undefined : (await withId(db, siteId))[0];

export const siteById = async (db: Db, id: string): Promise<Site> => {
  const [site] = await withId(db, id);
  if (!site) throw notFound();
  return site;
};
