import type { Role } from "./contract.ts";

/** Every scope, by family; `family.*` is all of one. */
export const scopeFamilies = {
  sales: ["quotes", "orders", "pricing", "reports", "customers"],
  support: ["tickets", "escalate", "communication", "knowledge", "remote"],
  finance: ["invoices", "payments", "reports", "approve", "export", "credit"],
  operations: ["planning", "dispatch", "inventory", "reports", "routes"],
  technical: ["installations", "maintenance", "photos", "checklists", "diagnostics"],
  admin: ["users", "organizations", "settings", "integrations", "audit"],
  api: ["access", "webhooks"],
  partner: ["portal"],
  dealer: ["operations"],
  multi: ["entity"],
} as const;

/** The names a scope may have. */
export const scopeNames: readonly string[] = Object.entries(scopeFamilies).flatMap(([family, names]) => [
  `${family}.*`,
  ...names.map((name) => `${family}.${name}`),
]);

const neverExternal = ["admin.", "finance.approve", "finance.*", "multi."];

/** The scopes of these that a role may hold: people of partners never administer, approve money or cross entities. */
export const allowedScopes = (role: Role, scopes: readonly string[]): string[] =>
  scopes.filter(
    (scope) => role !== "external" || !neverExternal.some((forbidden) => scope.startsWith(forbidden)),
  );
