import type { Db } from "#platform";
import { Misuse } from "./command.ts";

/** The organization with this name or key, whatever its capitals; an unclear name is a mistake of the caller. */
export const organizationNamed = async (db: Db, name: string): Promise<string> => {
  const found = await db
    .selectFrom("organizations")
    .select(["id", "name"])
    .where((where) =>
      where.or([where("name", "ilike", name.replace(/[%_\\]/g, "\\$&")), where("reference", "=", name)]),
    )
    .limit(2)
    .execute();
  if (found.length === 1) return found[0]!.id;
  throw new Misuse(
    found.length === 0 ? `No organization is called "${name}"` : `Several organizations are called "${name}"`,
  );
};
