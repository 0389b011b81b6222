import { z } from "zod";
import { Day, Id, TimeOfDay } from "#platform/contract";

export const MechanicLevel = z.enum(["apprentice", "junior", "senior", "master", "team_leader"]);
export type MechanicLevel = z.infer<typeof MechanicLevel>;

/** What needs a paper to count; other skills need none. */
export const certificateKinds = [
  "electrical_safety_level_2",
  "vehicle_charging_installation",
  "three_phase_electrical",
  "meter_box_replacement",
  "LMRA_certified",
] as const;

/** What somebody is good at, without a paper. */
export const specialisations = [
  "wallbox_installation",
  "charging_pole_installation",
  "electrical_panel_upgrade",
  "smart_charging_configuration",
  "digging",
] as const;

export const AbsenceKind = z.enum([
  "vacation",
  "sick_leave",
  "personal_day",
  "training_day",
  "company_event",
  "doctor_appointment",
  "family_emergency",
  "early_finish",
  "late_start",
  "lunch_break_extended",
  "partial_availability",
  "other",
]);
export type AbsenceKind = z.infer<typeof AbsenceKind>;
export const Approval = z.enum(["pending", "approved", "rejected", "cancelled"]);

export const CertificateView = z.object({
  id: Id,
  mechanicId: Id,
  kind: z.string(),
  issuedOn: Day,
  expiresOn: Day.nullable(),
  authority: z.string(),
  fileId: Id.nullable(),
});
export type CertificateView = z.infer<typeof CertificateView>;

export const RosterDay = z.object({
  weekday: z.int().min(1).max(7),
  startsAt: TimeOfDay,
  endsAt: TimeOfDay,
});
export const RosterView = z.object({ validFrom: Day, days: z.array(RosterDay) });

export const HomeView = z.object({
  street: z.string().nullable(),
  houseNumber: z.int().nullable(),
  addition: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});

export const MechanicView = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  firstName: z.string(),
  level: z.string(),
  skills: z.array(z.string()),
  home: HomeView,
  startsAtHome: z.boolean(),
  activeFrom: Day.nullable(),
  activeUntil: Day.nullable(),
  certificates: z.array(CertificateView),
  /** The roster in force and those that follow, the first one first. */
  rosters: z.array(RosterView),
});
export type MechanicView = z.infer<typeof MechanicView>;

export const AbsenceView = z.object({
  id: Id,
  mechanicId: Id,
  mechanicName: z.string(),
  fromOn: Day,
  untilOn: Day,
  kind: AbsenceKind,
  comesAt: TimeOfDay.nullable(),
  leavesAt: TimeOfDay.nullable(),
  awayFrom: TimeOfDay.nullable(),
  awayUntil: TimeOfDay.nullable(),
  approval: Approval,
  callable: z.boolean(),
  remarks: z.string().nullable(),
});
export type AbsenceView = z.infer<typeof AbsenceView>;

/** Who could take somebody's place on a visit: free that day, with what the rest of the crew lacks. */
export const StandIns = z.object({
  visitId: Id,
  missing: z.array(z.string()),
  mechanics: z.array(z.object({ id: Id, name: z.string() })),
});
export type StandIns = z.infer<typeof StandIns>;
