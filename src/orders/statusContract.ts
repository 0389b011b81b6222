import { z } from "zod";
import { endpoint, Instant, text } from "#platform/contract";
import { orderStatus } from "./orderStatus.ts";

const OrderStatusName = z.enum(orderStatus.names);
export const Tone = z.enum(["neutral", "info", "progress", "success", "warning", "danger"]);

const Label = text(60).min(1).nullable();

/** What the office tuned of a status; nothing is the product's own, zero hours is no clock. */
const tuned = {
  labelNl: Label,
  labelEn: Label,
  customerLabelNl: Label,
  customerLabelEn: Label,
  tone: Tone.nullable(),
  withinHours: z.int().min(0).max(8760).nullable(),
};

export const StatusSetting = z.object({
  status: OrderStatusName,
  ...tuned,
  /** The clock the product brings, in hours. */
  ownHours: z.number().nullable(),
  changedAt: Instant.nullable(),
});
export type StatusSetting = z.infer<typeof StatusSetting>;

export const statusCalls = {
  statusSettings: endpoint({
    name: "orders.statusSettings",
    summary: "Every status of orders with what the office tuned of it: words, colour and clock",
    method: "GET",
    path: "/order-statuses",
    doors: ["office", "partner"],
    response: z.object({ rows: z.array(StatusSetting) }),
  }),
  tuneStatus: endpoint({
    name: "orders.tuneStatus",
    summary:
      "Change words, colour or clock of a status; what was not sent stays, null brings the product's own back",
    method: "PATCH",
    path: "/order-statuses/:status",
    doors: ["office"],
    params: z.object({ status: OrderStatusName }),
    body: z.object(tuned).partial(),
    response: StatusSetting,
  }),
};
