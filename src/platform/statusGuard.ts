import type { Capability } from "./capability.ts";
import type { Db } from "./database/open.ts";

/** Writes the moves of every status machine to the table the database's guard reads; run after each migration. */
export const writeAllowedMoves = async (db: Db, capabilities: readonly Capability[]) => {
  const rows = capabilities.flatMap((capability) =>
    Object.entries(capability.statuses ?? {}).flatMap(([recordType, { pairs }]) =>
      pairs.map(({ from, to }) => ({ recordType, fromStatus: from, toStatus: to })),
    ),
  );
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom("allowedMoves").execute();
    if (rows.length > 0)
      await tx
        .insertInto("allowedMoves")
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  });
};
