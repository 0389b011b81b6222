import { problem } from "#platform";

export const lineLocked = problem(
  "orders/line-locked",
  409,
  "This line was agreed on; revise the quote to change it",
);
export const reasonNeeded = problem("orders/reason-needed", 422, "Say why");
export const unknownPayer = problem(
  "orders/unknown-payer",
  422,
  "This organization is not a party to the order",
);
export const fileIsEvidence = problem(
  "orders/file-is-evidence",
  409,
  "What a customer, partner or crew brought stays; show it to the house only instead",
);
