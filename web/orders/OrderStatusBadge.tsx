import type { OrderStatus } from "#orders/contract";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { toneOf, useOrderNames } from "./status.ts";

/** The status of an order in words and tone. */
export const OrderStatusBadge = ({ status, look }: { status: OrderStatus; look?: "dot" | "soft" }) => {
  const names = useOrderNames();
  return <StatusBadge label={names("status", status)} tone={toneOf(status)} {...(look ? { look } : {})} />;
};
