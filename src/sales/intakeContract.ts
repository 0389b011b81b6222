import { z } from "zod";
import { AddressInput } from "#crm/contract";
import { Done, endpoint, Id, Instant } from "#platform/contract";
import { IntakeDraft, intakeSteps } from "./intakeAnswers.ts";
import { intakeStatus } from "./intakeStatus.ts";

export const IntakeView = z.object({
  orderId: Id,
  status: z.enum(intakeStatus.names),
  answers: IntakeDraft,
  /** Steps that are answered completely. */
  done: z.array(z.enum(intakeSteps)),
  /** The address we have now, to be checked. */
  address: AddressInput,
  dueAt: Instant.nullable(),
  savedAt: Instant.nullable(),
  completedAt: Instant.nullable(),
});
export type IntakeView = z.infer<typeof IntakeView>;

export const OfficeIntakeView = IntakeView.extend({
  completedBy: z.enum(["person", "partner", "customer", "automation"]).nullable(),
  sentAt: Instant.nullable(),
  reminders: z.int(),
  flags: z.array(z.string()),
  /** Photos a partner sent along, as addresses outside this house. */
  deliveredPhotos: z.array(z.object({ url: z.string(), kind: z.string().nullable() })),
});
export type OfficeIntakeView = z.infer<typeof OfficeIntakeView>;

const ofOrder = z.object({ orderId: Id });
const draft = IntakeDraft.pick({
  house: true,
  cupboard: true,
  route: true,
  wishes: true,
  address: true,
  photos: true,
});

export const intakeCalls = {
  myIntake: endpoint({
    name: "sales.myIntake",
    summary: "The questions about house and meter cupboard, with the answers so far",
    method: "GET",
    path: "/my-intake",
    doors: ["customer"],
    response: IntakeView,
  }),
  saveMyIntake: endpoint({
    name: "sales.saveMyIntake",
    summary: "Keep the answers of one or more steps; saving the same again changes nothing",
    method: "PATCH",
    path: "/my-intake",
    doors: ["customer"],
    body: draft,
    response: IntakeView,
  }),
  completeMyIntake: endpoint({
    name: "sales.completeMyIntake",
    summary: "Say that all questions are answered",
    method: "POST",
    path: "/my-intake/complete",
    doors: ["customer"],
    response: IntakeView,
  }),
  intake: endpoint({
    name: "sales.intake",
    summary: "The questionnaire of an order, or null when there is none",
    method: "GET",
    path: "/orders/:orderId/intake",
    doors: ["office"],
    params: ofOrder,
    response: z.object({ intake: OfficeIntakeView.nullable() }),
  }),
  saveIntake: endpoint({
    name: "sales.saveIntake",
    summary: "Fill in for the customer, on the telephone",
    method: "PATCH",
    path: "/orders/:orderId/intake",
    doors: ["office"],
    params: ofOrder,
    body: draft,
    response: OfficeIntakeView,
  }),
  completeIntake: endpoint({
    name: "sales.completeIntake",
    summary: "Say for the customer that all questions are answered",
    method: "POST",
    path: "/orders/:orderId/intake/complete",
    doors: ["office"],
    params: ofOrder,
    response: OfficeIntakeView,
  }),
  sendIntake: endpoint({
    name: "sales.sendIntake",
    summary: "Send the link to the questions (again); earlier links stop working",
    method: "POST",
    path: "/orders/:orderId/intake/send",
    doors: ["office"],
    params: ofOrder,
    response: Done,
  }),
};
