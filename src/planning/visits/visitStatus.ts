import { statusMachine } from "#platform/contract";

/**
 * A visit from the wish to the work done. `rescheduled` had a time and waits for a new one; `partial` is work that was
 * begun or called off on the spot and needs another visit.
 */
export const visitStatus = statusMachine({
  statuses: {
    planned: { within: "PT72H" },
    scheduled: {},
    travelling: {},
    arrived: {},
    in_progress: {},
    completed: { final: true },
    partial: { final: true },
    rescheduled: { within: "PT72H" },
    cancelled: { final: true },
  },
  start: "planned",
  moves: {
    schedule: { from: ["planned", "rescheduled"], to: "scheduled" },
    move: { from: ["scheduled"], to: "scheduled" },
    free: { from: ["scheduled"], to: "rescheduled", reason: true },
    depart: { from: ["scheduled"], to: "travelling" },
    arrive: { from: ["scheduled", "travelling"], to: "arrived" },
    start: { from: ["arrived"], to: "in_progress" },
    complete: { from: ["in_progress"], to: "completed" },
    callOff: { from: ["scheduled", "travelling", "arrived", "in_progress"], to: "partial", reason: true },
    cancel: { from: ["planned", "rescheduled", "scheduled"], to: "cancelled", reason: true },
  },
});

export type VisitStatus = (typeof visitStatus.names)[number];
export type VisitMove = keyof typeof visitStatus.moves;

/** Visits that still have to happen. */
export const openStatuses = [
  "planned",
  "rescheduled",
  "scheduled",
  "travelling",
  "arrived",
  "in_progress",
] as const satisfies VisitStatus[];
