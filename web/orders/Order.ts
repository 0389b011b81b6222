import type { z } from "zod";
import type { OrderView, OrderRow as Row } from "#orders/contract";

/** An order as its page shows it; parts of other capabilities get it as `order`. */
export type Order = z.infer<typeof OrderView>;

/** An order as a list shows it. */
export type OrderRow = z.infer<typeof Row>;

/** What every part on the order's page is given. */
export interface OrderPartProps {
  orderId: string;
  order: Order;
}
