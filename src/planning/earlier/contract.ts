import { z } from "zod";
import { Day, Done, endpoint, Id } from "#platform/contract";
import { HalfDay } from "../slots/views.ts";
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
    response: z.object({
      wish: EarlierWish.nullable(),
      offers: z.array(EarlierOffer),
      /** Half days that were offered and can no longer be had, as the mail about them leads here still. */
      over: z.array(EarlierOffer.pick({ id: true, on: true, part: true })),
      /** Not when the appointment is on the first day there is. */
      isPossible: z.boolean(),
    }),
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
  putOnWaitingList: endpoint({
    name: "planning.putOnWaitingList",
    summary: "Put a customer on the waiting list by telephone, or back on it",
    method: "PUT",
    path: "/waiting-list/:visitId",
    doors: ["office"],
    params: visitId,
    body: z.object({ wish: EarlierWish }),
    response: Done,
  }),
  takeOffWaitingList: endpoint({
    name: "planning.takeOffWaitingList",
    summary: "Take a customer off the waiting list; answers with the wish, to put it back",
    method: "DELETE",
    path: "/waiting-list/:visitId",
    doors: ["office"],
    params: visitId,
    response: z.object({ wish: EarlierWish }),
  }),
  inviteEarlier: endpoint({
    name: "planning.inviteEarlier",
    summary: "Mail a customer of the waiting list that a half day is free, when the visit fits it",
    method: "POST",
    path: "/waiting-list/:visitId/invite",
    doors: ["office"],
    params: visitId,
    body: z.object({ on: Day, part: HalfDay }),
    response: EarlierOffer,
    status: 201,
  }),
  withdrawEarlier: endpoint({
    name: "planning.withdrawEarlier",
    summary: "Take an offered half day back: the customer can no longer say yes to it",
    method: "POST",
    path: "/waiting-list/:visitId/offers/:offerId/withdraw",
    doors: ["office"],
    params: visitId.extend({ offerId: Id }),
    response: Done,
  }),
};
