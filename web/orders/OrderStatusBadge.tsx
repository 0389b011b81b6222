import type { OrderStatus } from "#orders/contract";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { statusTones, useOrderNames } from "./status.ts";

/** The status of an order in words and tone. */
export const OrderStatusBadge = ({ status, look }: { status: OrderStatus; look?: "dot" | "soft" }) => {
  const names = useOrderNames();
  return (
    <StatusBadge label={names("status", status)} tone={statusTones[status]} {...(look ? { look } : {})} />
  );
};
