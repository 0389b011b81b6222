import { z } from "zod";
import { endpoint, Id } from "#platform/contract";
import { VisitWishes, VisitWishesView } from "./views.ts";

const visitId = z.object({ visitId: Id });

/** What a visit asks of its place in a plan. */
export const wishCalls = {
  visitWishes: endpoint({
    name: "planning.visitWishes",
    summary: "What a visit asks of a plan: must or may wait, when, by whom, and with which other visit",
    method: "GET",
    path: "/visits/:visitId/wishes",
    doors: ["office"],
    params: visitId,
    response: VisitWishesView,
  }),
  setVisitWishes: endpoint({
    name: "planning.setVisitWishes",
    summary: "Say what a visit asks of a plan; where it stands stays until it is planned again",
    method: "PUT",
    path: "/visits/:visitId/wishes",
    doors: ["office"],
    params: visitId,
    /** `was` is what one began from; refused when it is something else by now. */
    body: VisitWishes.extend({ was: VisitWishes.optional() }),
    response: VisitWishesView,
  }),
};
