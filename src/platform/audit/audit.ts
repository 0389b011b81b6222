import type { Request } from "../action.ts";
import { type Actor, type ActorKind, actorId, actorKind, actorName } from "../actor.ts";
import type { Instant } from "../contract/index.ts";

/** What an audit line says beside who, when and which action. */
export interface AuditNote {
  recordType?: string;
  recordId?: string;
  orderId?: string | null;
  /** Fields that changed: `{ status: ["planning", "scheduled"] }`; personal data is named, not repeated. */
  changes?: Record<string, unknown>;
  reason?: string | null;
  onBehalfOf?: string;
  /** Who it turned out to be, where work begins before that is known, such as at the sign-in. */
  by?: { kind: ActorKind; id: string | null; name: string | null };
}

/** One append-only audit line, in the order of its columns; it is sealed into the chain shortly after it was stored. */
export const auditRow = (
  work: { action: string; actor: Actor; now: Instant; request: Request | undefined },
  { recordType, recordId, orderId, changes, reason, onBehalfOf, by }: AuditNote,
) => ({
  at: work.now,
  action: work.action,
  actorKind: by ? by.kind : actorKind(work.actor),
  actorId: by ? by.id : actorId(work.actor),
  actorName: by ? by.name : actorName(work.actor),
  onBehalfOf: onBehalfOf ?? null,
  recordType: recordType ?? null,
  recordId: recordId ?? null,
  orderId: orderId ?? null,
  changes: changes ?? {},
  reason: reason ?? null,
  address: work.request?.address ?? null,
  requestId: work.request?.id ?? null,
});
