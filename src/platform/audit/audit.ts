import type { Request } from "../action.ts";
import { type Actor, actorId, actorKind, actorName } from "../actor.ts";
import type { Instant } from "../contract/index.ts";
import { json } from "../database/json.ts";
import type { Tx } from "../database/open.ts";

/** What an audit line says beside who, when and which action. */
export interface AuditNote {
  recordType?: string;
  recordId?: string;
  orderId?: string | null;
  /** Fields that changed: `{ status: ["planning", "scheduled"] }`; personal data is named, not repeated. */
  changes?: Record<string, unknown>;
  reason?: string | null;
  onBehalfOf?: string;
}

/** Writes one append-only audit line with the change; it is sealed into the chain shortly after. */
export const writeAudit = async (
  tx: Tx,
  line: { action: string; actor: Actor; at: Instant; note: AuditNote; request?: Request | undefined },
) => {
  const { recordType, recordId, orderId, changes, reason, onBehalfOf } = line.note;
  const row = {
    at: line.at,
    action: line.action,
    actorKind: actorKind(line.actor),
    actorId: actorId(line.actor),
    actorName: actorName(line.actor),
    onBehalfOf: onBehalfOf ?? null,
    recordType: recordType ?? null,
    recordId: recordId ?? null,
    orderId: orderId ?? null,
    changes: json(changes ?? {}),
    reason: reason ?? null,
    address: line.request?.address ?? null,
    requestId: line.request?.id ?? null,
  };
  await tx.insertInto("auditLines").values(row).execute();
};
