import { sql } from "kysely";
import { query } from "../action.ts";
import { hasScope } from "../actor.ts";
import type { Db } from "../database/open.ts";
import { pageByKeyset } from "../listing.ts";
import type { Services } from "../services.ts";
import { desk } from "./contract.ts";

const inOrder = sql<string>`lpad(l.id::text, 19, '0')`;

/** The name of an action without the event it answered: `orders/order-moved > sales/follow-order` is `sales.follow-order`. */
const actionName = sql<string>`replace(regexp_replace(l.action, '^.* > ', ''), '/', '.')`;

interface Doer {
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
}

/** Customers stand in a line by id only; they get the name they are known by now. */
const withNames = async <Line extends Doer>(db: Db, { customerNames }: Services, lines: readonly Line[]) => {
  const isUnnamed = ({ actorKind, actorName }: Line) => actorKind === "customer" && !actorName;
  const ids = lines.filter(isUnnamed).flatMap(({ actorId }) => actorId ?? []);
  if (!customerNames || ids.length === 0) return lines;
  const names = await customerNames(db, [...new Set(ids)]);
  return lines.map((line) =>
    isUnnamed(line) ? { ...line, actorName: names.get(line.actorId ?? "") ?? null } : line,
  );
};

/** The audit log, for whoever may read it. */
export const auditLines = query(
  desk.auditLines,
  async (
    { db, actor, authorize, services },
    { actorKind, action, recordId, orderId, search, searchActions = [], ...page },
  ) => {
    authorize(hasScope(actor, "admin.audit"));
    let select = db
      .selectFrom("auditLines as l")
      .leftJoin("auditSeals as s", "s.lineId", "l.id")
      .select([
        "l.at",
        "l.action",
        "l.actorKind",
        "l.actorId",
        "l.actorName",
        "l.onBehalfOf",
        "l.recordType",
        "l.recordId",
      ])
      .select(["l.orderId", "l.reason", "l.address"])
      .select((row) => row.ref("l.changes").$castTo<Record<string, unknown>>().as("changes"))
      .select([inOrder.as("id"), sql<boolean>`s.line_id is not null`.as("sealed")]);
    if (actorKind?.length) select = select.where("l.actorKind", "in", actorKind);
    if (action?.length) select = select.where(actionName, "in", action);
    if (recordId) select = select.where("l.recordId", "=", recordId);
    if (orderId) select = select.where("l.orderId", "=", orderId);
    if (search) {
      const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
      select = select.where(({ or, eb }) =>
        or([
          sql<boolean>`plain(l.action || ' ' || coalesce(l.actor_name, '')) like plain(${like})`,
          ...(searchActions.length > 0 ? [eb(actionName, "in", searchActions)] : []),
        ]),
      );
    }
    const found = await pageByKeyset(select, page, { columns: { at: sql`l.at` }, id: inOrder });
    return { ...found, rows: await withNames(db, services, found.rows) };
  },
);
