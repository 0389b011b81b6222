import { problem } from "#platform";

export const orderDiffers = problem(
  "partners/order-differs",
  409,
  "An order with this partner order id exists with other content; nothing was changed",
);
export const noChannel = problem(
  "partners/no-channel",
  403,
  "No order channel is set up for this organization",
);
