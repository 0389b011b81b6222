import { statusMachine } from "#platform/contract";

/** The questionnaire of an order: waiting for somebody to call, sent, begun, complete, or out of time. */
export const intakeStatus = statusMachine({
  statuses: {
    waiting: {},
    sent: { within: "P7D" },
    started: {},
    expired: {},
    completed: { final: true },
  },
  start: "waiting",
  moves: {
    send: { from: ["waiting", "sent", "started", "expired"], to: "sent" },
    begin: { from: ["waiting", "sent", "expired"], to: "started" },
    expire: { from: ["sent", "started"], to: "expired" },
    complete: { from: ["waiting", "sent", "started", "expired"], to: "completed" },
  },
});

export type IntakeStatus = (typeof intakeStatus.names)[number];
