import { z } from "zod";
import { endpoint, Id } from "#platform/contract";
import { VisitForOthers } from "../visits/views.ts";
import { EarlierOffer, EarlierWish, WaitingRow } from "./views.ts";

const visitId = z.object({ visitId: Id });

/** The waiting list: an earlier half day is welcome. */
export const earlierCalls = {
  myEarlier: endpoint({
    name: "planning.myEarlier",
    summary: "Whether the customer stands on the waiting list, and which earlier half days are offered now",
    method: "GET",
    path: "/my-visit/:visitId/earlier",
    doors: ["customer"],
    params: visitId,
    response: z.object({ wish: EarlierWish.nullable(), offers: z.array(EarlierOffer) }),
  }),
  wishEarlier: endpoint({
    name: "planning.wishEarlier",
    summary: "The customer stands on the waiting list for an earlier half day, or leaves it",
    method: "POST",
    path: "/my-visit/:visitId/earlier",
    doors: ["customer"],
    params: visitId,
    body: z.object({ wish: EarlierWish.nullable() }),
    response: z.object({ wish: EarlierWish.nullable() }),
  }),
  takeEarlier: endpoint({
    name: "planning.takeEarlier",
    summary: "Yes to a half day that came free; the first yes wins",
    method: "POST",
    path: "/my-visit/:visitId/earlier/:offerId/take",
    doors: ["customer"],
    params: visitId.extend({ offerId: Id }),
    response: VisitForOthers,
  }),
  waitingList: endpoint({
    name: "planning.waitingList",
    summary: "Customers to whom an earlier half day is welcome, who waits longest first",
    method: "GET",
    path: "/waiting-list",
    doors: ["office"],
    response: z.object({ rows: z.array(WaitingRow) }),
  }),
};
