import { type Db, invalidInput } from "#platform";
import type { FieldProblem } from "#platform/contract";

interface Parts {
  vanId?: string | undefined;
  mechanicIds?: readonly string[] | undefined;
}

const knownIds = async (db: Db, table: "vans" | "mechanics", ids: readonly string[]) => {
  if (ids.length === 0) return new Set<string>();
  const rows = await db.selectFrom(table).select("id").where("id", "in", ids).execute();
  return new Set(rows.map(({ id }) => id));
};

/** Somebody or something that is not there, by field. */
export const unknown = (pointer: string): FieldProblem => ({
  pointer,
  problem: "unknown",
  message: "is not there",
});

/** Refuses people and vans that do not exist: the database would call them away, or in repair. */
export const mustExist = async (db: Db, { vanId, mechanicIds = [] }: Parts): Promise<void> => {
  const [vans, mechanics] = [
    await knownIds(db, "vans", vanId ? [vanId] : []),
    await knownIds(db, "mechanics", mechanicIds),
  ];
  const errors = [
    ...(vanId && !vans.has(vanId) ? [unknown("/vanId")] : []),
    ...mechanicIds.flatMap((id, index) => (mechanics.has(id) ? [] : [unknown(`/mechanicIds/${index}`)])),
  ];
  if (errors.length > 0) throw invalidInput({ errors });
};
