import { sql } from "kysely";
import type { Db } from "#platform";
import type { OpenPlan } from "./steps.ts";

interface Moved {
  id: string;
  number: string;
  /** Who moved it last in this draft; nobody when it was planned outside of it, such as by a customer. */
  madeBy: string | null;
}

/** Who was ahead: for each visit that stands elsewhere than expected, the one whose step moved it last. */
export const movedBy = async (
  db: Db,
  { row, state }: Pick<OpenPlan, "row" | "state">,
  visitIds: readonly string[],
): Promise<Moved[]> => {
  const { rows } = await sql<{ visitId: string; madeBy: string }>`
    select distinct on (m->>'visitId') m->>'visitId' as visit_id, s.made_by
    from plan_steps s, jsonb_array_elements(s.moves) m
    where s.plan_id = ${row.id} and m->>'visitId' = any(${[...visitIds]}::text[])
    order by m->>'visitId', s.made_at desc, s.revision desc`.execute(db);
  const last = new Map(rows.map(({ visitId, madeBy }) => [visitId, madeBy]));
  const numbers = new Map(state.data.visits.map(({ id, number }) => [id, number]));
  return visitIds.map((id) => ({ id, number: numbers.get(id) ?? "", madeBy: last.get(id) || null }));
};
