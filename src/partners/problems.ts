import { problem } from "#platform";

export const orderDiffers = problem(
  "partners/order-differs",
  409,
  "An order with this partner order id exists with other content; nothing was changed",
);
export const channelExists = problem("partners/channel-exists", 409, "This partner delivers orders already");
export const noWebhook = problem(
  "partners/no-webhook",
  409,
  "There is no address to send to; fill it in first",
);
export const noChannel = problem(
  "partners/no-channel",
  403,
  "No order channel is set up for this organization",
);
