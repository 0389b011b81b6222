import { z } from "zod";
import { Day, Done, endpoint, Flag, filledText, Id, TimeOfDay, text } from "#platform/contract";
import { VisitRow } from "../visits/views.ts";
import {
  AbsenceKind,
  AbsenceView,
  Approval,
  CertificateView,
  MechanicLevel,
  MechanicView,
  RosterDay,
  StandIns,
} from "./views.ts";

const mechanicId = z.object({ mechanicId: Id });
const absenceId = z.object({ absenceId: Id });
const certificateId = z.object({ certificateId: Id });

const Home = z.object({
  street: text(120).optional(),
  houseNumber: text(20).optional(),
  addition: text(20).optional(),
  postalCode: filledText(10),
  city: text(80).optional(),
});

const mechanicFacts = {
  name: filledText(120),
  firstName: filledText(60),
  level: MechanicLevel,
  skills: z.array(filledText(60)).max(30),
  home: Home.nullable(),
  startsAtHome: z.boolean(),
  activeFrom: Day.nullable(),
  activeUntil: Day.nullable(),
};

const certificateFacts = z.object({
  kind: filledText(60),
  issuedOn: Day,
  expiresOn: Day.nullable().optional(),
  authority: filledText(120),
  fileId: Id.nullable().optional(),
});

const AbsenceWithVisits = z.object({
  id: Id,
  approval: Approval,
  visits: z.array(VisitRow),
  standIns: z.array(StandIns),
});

/** Mechanics: who they are, what they may do, and when they are there. */
export const peopleCalls = {
  mechanics: endpoint({
    name: "planning.mechanics",
    summary: "The mechanics with certificates and rosters; `past` also those who left",
    method: "GET",
    path: "/mechanics",
    doors: ["office"],
    query: z.object({ past: Flag.optional() }),
    response: z.object({ rows: z.array(MechanicView) }),
  }),
  addMechanic: endpoint({
    name: "planning.addMechanic",
    summary: "Somebody new on the crews",
    method: "POST",
    path: "/mechanics",
    doors: ["office"],
    body: z
      .object(mechanicFacts)
      .partial()
      .required({ name: true, firstName: true })
      .extend({ code: filledText(20) }),
    response: MechanicView,
    status: 201,
  }),
  changeMechanic: endpoint({
    name: "planning.changeMechanic",
    summary: "Change a mechanic; a home address gets its coordinates",
    method: "PATCH",
    path: "/mechanics/:mechanicId",
    doors: ["office"],
    params: mechanicId,
    body: z.object(mechanicFacts).partial(),
    response: MechanicView,
  }),
  addCertificate: endpoint({
    name: "planning.addCertificate",
    summary: "A certificate, which counts as a skill on the days it is valid",
    method: "POST",
    path: "/mechanics/:mechanicId/certificates",
    doors: ["office"],
    params: mechanicId,
    body: certificateFacts,
    response: CertificateView,
    status: 201,
  }),
  changeCertificate: endpoint({
    name: "planning.changeCertificate",
    summary: "Correct a certificate",
    method: "PATCH",
    path: "/certificates/:certificateId",
    doors: ["office"],
    params: certificateId,
    body: certificateFacts.partial(),
    response: CertificateView,
  }),
  removeCertificate: endpoint({
    name: "planning.removeCertificate",
    summary: "Take a certificate off that should not have been there",
    method: "DELETE",
    path: "/certificates/:certificateId",
    doors: ["office"],
    params: certificateId,
    response: Done,
  }),
  setRoster: endpoint({
    name: "planning.setRoster",
    summary:
      "The hours of each week from a day on; a weekday without hours is a day off, no weekday at all takes it away",
    method: "PUT",
    path: "/mechanics/:mechanicId/roster",
    doors: ["office"],
    params: mechanicId,
    body: z.object({ validFrom: Day, days: z.array(RosterDay).max(7) }),
    response: MechanicView,
  }),
  absences: endpoint({
    name: "planning.absences",
    summary: "Who is away or asks to be, in some days",
    method: "GET",
    path: "/absences",
    doors: ["office"],
    query: z.object({ from: Day, until: Day, mechanicId: Id.optional() }),
    response: z.object({ rows: z.array(AbsenceView) }),
  }),
  addAbsence: endpoint({
    name: "planning.addAbsence",
    summary:
      "Somebody is away, comes later, leaves earlier or is away in between; answers with the visits this touches",
    method: "POST",
    path: "/absences",
    doors: ["office"],
    body: z.object({
      mechanicId: Id,
      fromOn: Day,
      untilOn: Day,
      kind: AbsenceKind,
      comesAt: TimeOfDay.optional(),
      leavesAt: TimeOfDay.optional(),
      awayFrom: TimeOfDay.optional(),
      awayUntil: TimeOfDay.optional(),
      approval: z.enum(["pending", "approved"]).default("approved"),
      callable: z.boolean().default(false),
      remarks: text(500).optional(),
    }),
    response: AbsenceWithVisits,
    status: 201,
  }),
  decideAbsence: endpoint({
    name: "planning.decideAbsence",
    summary:
      "Approve, reject or call off an absence; answers with the visits it touches and who could stand in",
    method: "POST",
    path: "/absences/:absenceId/decide",
    doors: ["office"],
    params: absenceId,
    body: z.object({ approval: z.enum(["approved", "rejected", "cancelled"]) }),
    response: AbsenceWithVisits,
  }),
  absenceHits: endpoint({
    name: "planning.absenceHits",
    summary: "The visits an absence touches and who could stand in",
    method: "GET",
    path: "/absences/:absenceId/visits",
    doors: ["office"],
    params: absenceId,
    response: AbsenceWithVisits,
  }),
};
