import { z } from "zod";
import { Day, Done, endpoint, filledText, Id } from "#platform/contract";
import { FeastDayView, PeriodKind, PeriodView, Region } from "./views.ts";

/** Feast days, holidays, and on which days the company works. */
export const calendarCalls = {
  calendar: endpoint({
    name: "planning.calendar",
    summary:
      "Feast days of a year with the choice to work on them, weekdays that are worked, holidays and breaks",
    method: "GET",
    path: "/planning/calendar",
    doors: ["office"],
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    response: z.object({
      feastDays: z.array(FeastDayView),
      weekdays: z.array(z.object({ weekday: z.int(), works: z.boolean() })),
      periods: z.array(PeriodView),
    }),
  }),
  chooseWorkingDay: endpoint({
    name: "planning.chooseWorkingDay",
    summary: "Whether the company works on a feast day (`easter -2`) or weekday (`weekday 6`), every year",
    method: "PUT",
    path: "/planning/working-days",
    doors: ["office"],
    body: z.object({ rule: filledText(80), works: z.boolean() }),
    response: Done,
  }),
  addPeriod: endpoint({
    name: "planning.addPeriod",
    summary: "A school holiday, the building trade's break, or days on which the company is closed",
    method: "POST",
    path: "/planning/periods",
    doors: ["office"],
    body: z.object({
      kind: PeriodKind,
      name: filledText(80),
      region: Region.nullable().optional(),
      fromOn: Day,
      untilOn: Day,
    }),
    response: PeriodView,
    status: 201,
  }),
  removePeriod: endpoint({
    name: "planning.removePeriod",
    summary: "Take a holiday or break off the calendar",
    method: "DELETE",
    path: "/planning/periods/:periodId",
    doors: ["office"],
    params: z.object({ periodId: Id }),
    response: Done,
  }),
};
