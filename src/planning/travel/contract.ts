import { endpoint } from "#platform/contract";
import { TravelView } from "./views.ts";

export const travelCalls = {
  travel: endpoint({
    name: "planning.travel",
    summary:
      "Who tells how long driving takes, how much of it is known, and how it compares with the built-in model",
    method: "GET",
    path: "/planning/travel",
    doors: ["office"],
    response: TravelView,
  }),
};
