import { z } from "zod";
import { Day, Done, endpoint, filledText, Id, text } from "#platform/contract";
import { DepotView, VanKind, VanView } from "./views.ts";

const vanId = z.object({ vanId: Id });
const vanFacts = z.object({
  plate: filledText(20),
  name: filledText(60),
  kind: VanKind,
  skills: z.array(filledText(60)).max(20),
  equipment: z.array(filledText(60)).max(40),
  capacity: z.int().min(0).max(1000).nullable(),
  active: z.boolean(),
});

/** Vans, and where crews start and end. */
export const meansCalls = {
  vans: endpoint({
    name: "planning.vans",
    summary: "The vans with what they bring and when they are in repair",
    method: "GET",
    path: "/vans",
    doors: ["office"],
    response: z.object({ rows: z.array(VanView) }),
  }),
  addVan: endpoint({
    name: "planning.addVan",
    summary: "Add a van to the fleet",
    method: "POST",
    path: "/vans",
    doors: ["office"],
    body: vanFacts.partial().required({ plate: true, name: true }),
    response: VanView,
    status: 201,
  }),
  changeVan: endpoint({
    name: "planning.changeVan",
    summary: "Change a van",
    method: "PATCH",
    path: "/vans/:vanId",
    doors: ["office"],
    params: vanId,
    body: vanFacts.partial(),
    response: VanView,
  }),
  addRepair: endpoint({
    name: "planning.addRepair",
    summary: "A van is in repair; answers with the crews that have it on those days",
    method: "POST",
    path: "/vans/:vanId/repairs",
    doors: ["office"],
    params: vanId,
    body: z.object({ fromOn: Day, untilOn: Day, reason: text(200).optional() }),
    response: z.object({
      van: VanView,
      crews: z.array(z.object({ id: Id, on: Day, name: z.string() })),
    }),
    status: 201,
  }),
  removeRepair: endpoint({
    name: "planning.removeRepair",
    summary: "A van is not in repair after all",
    method: "DELETE",
    path: "/van-repairs/:repairId",
    doors: ["office"],
    params: z.object({ repairId: Id }),
    response: Done,
  }),
  depots: endpoint({
    name: "planning.depots",
    summary: "Where crews start and end",
    method: "GET",
    path: "/depots",
    doors: ["office"],
    response: z.object({ rows: z.array(DepotView) }),
  }),
  addDepot: endpoint({
    name: "planning.addDepot",
    summary: "A depot more; its address gets coordinates",
    method: "POST",
    path: "/depots",
    doors: ["office"],
    body: z.object({
      name: filledText(60),
      street: text(120).optional(),
      houseNumber: text(20).optional(),
      postalCode: filledText(10),
    }),
    response: DepotView,
    status: 201,
  }),
};
