import { orders } from "#orders";
import { forbidden, query } from "#platform";
import { sales } from "../contract.ts";
import { intakes, viewIntake, viewIntakeForOffice } from "../intakeStore.ts";
import { maySeeQuotes } from "../policy.ts";

/** The questions behind a signed link. */
export const myIntake = query(sales.myIntake, async ({ db, actor }) => {
  if (actor.kind !== "customer") throw forbidden();
  const order = await orders.byId(db, actor.orderId);
  return viewIntake(db, order, await intakes.ofOrder(db, order.id));
});

export const intakeOfOrder = query(sales.intake, async ({ db, actor, authorize }, { orderId }) => {
  authorize(maySeeQuotes(actor));
  const order = await orders.byId(db, orderId);
  const intake = await intakes.find(db, orderId);
  return { intake: intake ? await viewIntakeForOffice(db, order, intake) : null };
});
