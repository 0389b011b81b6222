import { type OrderStatus, orderStatus } from "#orders/contract";
import { type Phase, phaseOf, phases } from "../status.ts";
import type { boardWords } from "./words.ts";

type Because = Exclude<keyof (typeof boardWords)["nl"], "none" | "more">;
const boardMoves = ["planWithoutQuote", "shipGoods", "complete"] as const;

const reasons: Record<Phase["name"], Because> = {
  new: "notBack",
  quote: "byIntake",
  planning: "bySignature",
  scheduled: "byVisit",
  in_progress: "byMechanic",
  completed: "byWork",
};

/** The move a person can make by hand from a status into a phase; else why there is none. */
export const moveBetween = (
  status: OrderStatus,
  to: Phase,
): (typeof boardMoves)[number] | "here" | { because: Because } => {
  const from = phaseOf(status);
  if (from?.name === to.name) return "here";
  const found = boardMoves.find((name) => {
    const move = orderStatus.moves[name];
    return (
      (move.from as readonly string[]).includes(status) &&
      (to.statuses as readonly string[]).includes(move.to)
    );
  });
  if (found) return found;
  const isBack = from !== undefined && phases.indexOf(from) > phases.indexOf(to);
  return { because: isBack ? "notBack" : reasons[to.name] };
};
