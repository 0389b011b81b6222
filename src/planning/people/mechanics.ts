import type { Updateable } from "kysely";
import { readAddress } from "#crm";
import { invalidInput, notFound, type Tables, type Tx, type Work } from "#platform";
import { inWords } from "../inWords.ts";
import type { MechanicLevel } from "./views.ts";

export interface NewCertificate {
  kind: string;
  issuedOn: string;
  expiresOn?: string | null;
  authority: string;
}

export interface NewMechanic {
  /** Our own number for the person, such as `M07`; adding the same number again changes nothing but the facts. */
  code: string;
  name: string;
  firstName: string;
  level?: MechanicLevel;
  skills: readonly string[];
  certificates?: readonly NewCertificate[];
  homePlace?: string | null;
  /** The account with which this mechanic signs in. */
  userId?: string | null;
}

/** Adds a mechanic, or brings the facts up to date; the account that signs in is linked to it. */
export const addMechanic = async ({ tx, now }: Work, mechanic: NewMechanic): Promise<string> => {
  const { code, name, firstName, level = "senior", skills, homePlace = null, userId } = mechanic;
  const facts = { name, firstName, level, skills: [...skills], homePlace };
  const { id } = await tx
    .insertInto("mechanics")
    .values({ code, ...facts, createdAt: now })
    .onConflict((conflict) => conflict.column("code").doUpdateSet(facts))
    .returning("id")
    .executeTakeFirstOrThrow();
  if (userId) await tx.updateTable("users").set({ mechanicId: id }).where("id", "=", userId).execute();
  const papers = (mechanic.certificates ?? []).map((paper) => ({ ...paper, mechanicId: id, createdAt: now }));
  if (papers.length > 0)
    await tx
      .insertInto("certificates")
      .values(papers)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return id;
};

/** Holds a mechanic for this transaction. */
export const lockMechanic = async (tx: Tx, mechanicId: string) => {
  const mechanic = await tx
    .selectFrom("mechanics")
    .selectAll()
    .where("id", "=", mechanicId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!mechanic) throw notFound();
  return mechanic;
};

export interface TypedHome {
  street?: string | undefined;
  houseNumber?: string | undefined;
  addition?: string | undefined;
  postalCode: string;
  city?: string | undefined;
}

const nowhere = {
  homeStreet: null,
  homeHouseNumber: null,
  homeAddition: null,
  homePostalCode: null,
  homePlace: null,
  homeLatitude: null,
  homeLongitude: null,
};

/** A home address in normal form with its coordinates; without one a route can start at a depot only. */
export const homeColumns = async (
  { services }: Work,
  home: TypedHome | null,
): Promise<Updateable<Tables["mechanics"]>> => {
  if (!home) return nowhere;
  const address = readAddress(home);
  const found = await services.addresses.locate(address);
  if (!found)
    throw invalidInput({
      errors: [{ pointer: "/home/postalCode", problem: "place-unknown", message: "was not found" }],
    });
  return {
    homeStreet: address.street,
    homeHouseNumber: address.houseNumber,
    homeAddition: address.addition,
    homePostalCode: address.postalCode,
    homePlace: address.city ?? found.city ?? null,
    homeLatitude: found.latitude,
    homeLongitude: found.longitude,
  };
};

/** Writes facts of a mechanic; the same code twice is refused in words. */
export const writeMechanic = async (
  { tx, now }: Work,
  mechanicId: string | null,
  facts: Updateable<Tables["mechanics"]>,
): Promise<string> => {
  if (mechanicId) {
    if (Object.keys(facts).length > 0)
      await tx.updateTable("mechanics").set(facts).where("id", "=", mechanicId).execute();
    return mechanicId;
  }
  const { id } = await inWords(
    tx
      .insertInto("mechanics")
      .values({ ...facts, createdAt: now } as never)
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return id;
};
