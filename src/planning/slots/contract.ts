import { z } from "zod";
import { Day, endpoint, filledText, Id, Instant, text } from "#platform/contract";
import { VisitForOthers, VisitView } from "../visits/views.ts";
import { HalfDay, NoRoom, Offer } from "./views.ts";

const visitId = z.object({ visitId: Id });
const slot = z.object({ on: Day, part: HalfDay });

/** Half days that fit, and choosing one of them. */
export const slotCalls = {
  offersForVisit: endpoint({
    name: "planning.offersForVisit",
    summary: "Half days in which the visit really fits, as far ahead as offers go",
    method: "GET",
    path: "/visits/:visitId/offers",
    doors: ["office"],
    params: visitId,
    response: z.object({
      offers: z.array(Offer),
      /** Why there is none. */
      why: NoRoom.nullable(),
    }),
  }),
  bookVisit: endpoint({
    name: "planning.bookVisit",
    summary: "Book a half day for a visit, with the crew that drives least for it",
    method: "POST",
    path: "/visits/:visitId/book",
    doors: ["office"],
    params: visitId,
    body: slot.extend({ reason: text(500).optional() }),
    response: VisitView,
  }),
  myVisit: endpoint({
    name: "planning.myVisit",
    summary: "The visits of the order behind a signed link: when, and who comes",
    method: "GET",
    path: "/my-visit",
    doors: ["customer"],
    response: z.object({
      visits: z.array(
        VisitForOthers.extend({
          /** Not of somebody who only signs or pays: they look. */
          isMine: z.boolean(),
          /** Needs a time from the customer. */
          canChoose: z.boolean(),
          canChange: z.boolean(),
          /** How many hours ahead it can be changed at last. */
          changeUntilHours: z.int(),
          /** For the customer's own calendar (RFC 5545). */
          calendarFile: z.string().nullable(),
        }),
      ),
    }),
  }),
  myOffers: endpoint({
    name: "planning.myOffers",
    summary: "Half days the customer can choose from; each fits a crew's day",
    method: "GET",
    path: "/my-visit/offers",
    doors: ["customer"],
    /** Which of the visits of the order; without it the first that needs a time, or may change it. */
    query: z.object({ visitId: Id.optional() }),
    response: z.object({ visitId: Id, minutes: z.int(), offers: z.array(Offer) }),
  }),
  holdSlot: endpoint({
    name: "planning.holdSlot",
    summary: "Keep a half day for some minutes while choosing",
    method: "POST",
    path: "/my-visit/:visitId/hold",
    doors: ["customer"],
    params: visitId,
    body: slot,
    response: z.object({ expiresAt: Instant }),
  }),
  bookSlot: endpoint({
    name: "planning.bookSlot",
    summary: "The customer books a half day, or another one instead of what was booked",
    method: "POST",
    path: "/my-visit/:visitId/book",
    doors: ["customer"],
    params: visitId,
    body: slot.extend({ reason: text(500).optional() }),
    response: VisitForOthers,
  }),
  dropMyVisit: endpoint({
    name: "planning.dropMyVisit",
    summary: "The customer cannot make it; the order stays and a new time can be chosen",
    method: "POST",
    path: "/my-visit/:visitId/drop",
    doors: ["customer"],
    params: visitId,
    body: z.object({ reason: filledText(500) }),
    response: VisitForOthers,
  }),
};
