import { type Insertable, sql } from "kysely";
import { invalidInput, notFound } from "../../contract/index.ts";
import type { Tables, Tx } from "../../database/open.ts";
import type { Work } from "../../work.ts";

type NewUser = Omit<Insertable<Tables["users"]>, "createdAt" | "updatedAt">;

const hasAccount = {
  pointer: "/email",
  problem: "has-account",
  message: "Somebody has an account under this address",
};

/** Adds an account; a mail address has one account at most. */
export const insertUser = async ({ tx, now }: Work, user: NewUser): Promise<string> => {
  const made = await tx
    .insertInto("users")
    .values({ ...user, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) throw invalidInput({ errors: [hasAccount] });
  return made.id;
};

/** One account, held until the end of the transaction. */
export const lockUser = async (tx: Tx, id: string) => {
  const row = await tx.selectFrom("users").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  return row;
};

const changeLock = 4_201_340;

/** Two administrators who close each other's account at once wait for one another. */
export const oneChangeAtATime = (tx: Tx) => sql`select pg_advisory_xact_lock(${changeLock})`.execute(tx);
