import { z } from "zod";
import { event } from "#platform";

const order = { id: z.string(), orderId: z.string() };

/** An order was made, as a lead or complete. */
export const orderCreated = event(
  "orders/order-created",
  z.object({ ...order, number: z.string(), status: z.string(), source: z.string() }),
);

/** An order went from one status to another. */
export const orderMoved = event(
  "orders/order-moved",
  z.object({ ...order, move: z.string(), from: z.string(), to: z.string(), reason: z.string().nullable() }),
);

export const orderChanged = event(
  "orders/order-changed",
  z.object({ ...order, fields: z.array(z.string()) }),
);

export const linesChanged = event("orders/lines-changed", z.object({ ...order, totalCents: z.number() }));

export const exceptionOpened = event(
  "orders/exception-opened",
  z.object({ id: z.string(), orderId: z.string().nullable(), kind: z.string() }),
);

export const exceptionResolved = event(
  "orders/exception-resolved",
  z.object({ id: z.string(), orderId: z.string().nullable(), kind: z.string(), resolution: z.string() }),
);

/** The office changed words, colour or clock of a status. */
export const statusTuned = event("orders/status-tuned", z.object({ orderId: z.null(), status: z.string() }));

/** A file of an order may be seen by others than before. */
export const orderFileShown = event(
  "orders/file-shown",
  z.object({ ...order, fileName: z.string(), visibility: z.string() }),
);

/** The office hung a file on an order. */
export const orderFileAdded = event(
  "orders/file-added",
  z.object({ ...order, fileName: z.string(), kind: z.string(), visibility: z.string() }),
);

/** The office took a file off an order, and said why. */
export const orderFileRemoved = event(
  "orders/file-removed",
  z.object({ ...order, fileName: z.string(), reason: z.string() }),
);
