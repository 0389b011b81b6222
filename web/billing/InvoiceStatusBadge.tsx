import type { InvoiceStatus } from "#billing/contract";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { invoiceTones, useBillingNames } from "./status.ts";

/** The status of an invoice in words. */
export const InvoiceStatusBadge = ({ status, look }: { status: InvoiceStatus; look?: "dot" | "soft" }) => {
  const names = useBillingNames();
  return (
    <StatusBadge label={names("status", status)} tone={invoiceTones[status]} {...(look ? { look } : {})} />
  );
};
