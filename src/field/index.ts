import type { Capability } from "#platform";
import { callOff } from "./actions/callOff.ts";
import { addPhoto, addSerial, removePhoto, removeSerial, saveAnswers } from "./actions/evidence.ts";
import { giveLmra } from "./actions/giveLmra.ts";
import { finishWork, handOver } from "./actions/handOver.ts";
import { addMaterials, checkMaterials } from "./actions/materials.ts";
import { arrive, depart } from "./actions/underWay.ts";
import { workOrderPdf } from "./actions/workOrderPdf.ts";
import { dropWork, prepareWork, sendWorkOrder } from "./listeners.ts";
import { assetsList, day, workOrderById, workOrdersOfOrder } from "./queries/field.ts";
import { signedWorkOrders } from "./queries/signedWorkOrders.ts";
import { workOrderStatus } from "./workOrderStatus.ts";

export { lmraGiven, workCalledOff, workCompleted, workOrderMoved } from "./events.ts";
export { workOrderFile } from "./workOrderFile.ts";
export { type WorkOrder, workOrders } from "./workOrderStore.ts";

/** What crews do on site: work orders, risk analysis, evidence and handover. */
export const field: Capability = {
  name: "field",
  routes: [
    day,
    workOrderById,
    workOrdersOfOrder,
    depart,
    arrive,
    giveLmra,
    checkMaterials,
    addMaterials,
    saveAnswers,
    addPhoto,
    removePhoto,
    addSerial,
    removeSerial,
    finishWork,
    handOver,
    callOff,
    workOrderPdf,
    signedWorkOrders,
    assetsList,
  ],
  listeners: [prepareWork, dropWork, sendWorkOrder],
  statuses: { work_order: workOrderStatus },
};
