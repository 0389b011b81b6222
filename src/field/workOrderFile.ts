import { addressLine, businessEntities, type Language, siteById } from "#crm";
import { documentKind } from "#messaging";
import { orders } from "#orders";
import { storeFile, type Work } from "#platform";
import { notDoneYet } from "./problems.ts";
import { evidenceOf } from "./queries/workOrderView.ts";
import type { Picture } from "./workOrderDocument.ts";
import { type WorkOrder, workOrders } from "./workOrderStore.ts";

const mostPhotos = 6;

const formats: Readonly<Record<string, "jpg" | "png">> = { "image/jpeg": "jpg", "image/png": "png" };

/** Pictures a PDF can hold, in the order asked for. */
const picturesOf = async ({ tx, services }: Work, fileIds: readonly string[]): Promise<Picture[]> => {
  if (fileIds.length === 0) return [];
  const rows = await tx
    .selectFrom("files")
    .select(["id", "sha256", "mediaType"])
    .where("id", "in", [...fileIds])
    .execute();
  const found = fileIds.flatMap((id) => rows.filter((row) => row.id === id && formats[row.mediaType]));
  return Promise.all(
    found.map(async ({ sha256, mediaType }) => ({
      data: await services.files.get(sha256),
      format: formats[mediaType]!,
    })),
  );
};

const paperOf = async (work: Work, workOrder: WorkOrder, language: Language) => {
  const { photos, assets, materials, lmra, answers } = await evidenceOf(work.tx, workOrder);
  const { signatureFileId, signedName, signedAt } = workOrder;
  const [signature = null] = await picturesOf(work, signatureFileId ? [signatureFileId] : []);
  return {
    ...workOrder,
    language,
    answers,
    materials,
    assets,
    lmra,
    signature,
    signedName: signedName ?? "",
    signedAt: signedAt ?? work.now,
    photos: await picturesOf(
      work,
      photos.slice(0, mostPhotos).map(({ fileId }) => fileId),
    ),
  };
};

const render = async (work: Work, workOrder: WorkOrder) => {
  const { tx } = work;
  const order = await orders.byId(tx, workOrder.orderId);
  const letterhead = await businessEntities.byCode(tx, order.businessEntity);
  const contact = await tx
    .selectFrom("contacts")
    .select(["name", "language"])
    .where("id", "=", order.contactId)
    .executeTakeFirstOrThrow();
  const site = order.siteId ? await siteById(tx, order.siteId) : null;
  const language: Language = contact.language === "en" ? "en" : "nl";
  const { renderWorkOrder } = await import("./workOrderDocument.ts");
  const bytes = await renderWorkOrder(await paperOf(work, workOrder, language), {
    letterhead,
    orderNumber: order.number,
    addressee: [
      order.customerName,
      ...(contact.name === order.customerName ? [] : [contact.name]),
      site ? addressLine(site) : "",
    ],
  });
  return storeFile(work, {
    bytes,
    name: `${workOrder.number}.pdf`,
    kind: "work-order",
    visibility: "customer",
    orderId: workOrder.orderId,
    recordId: workOrder.id,
  });
};

/** The signed work order on paper, made when somebody first asks for it and the same ever after. */
export const workOrderFile = documentKind("field/work-order", async (work, workOrderId) => {
  const workOrder = await workOrders.lock(work.tx, workOrderId);
  if (workOrder.status !== "completed") throw notDoneYet();
  if (workOrder.pdfFileId) return workOrder.pdfFileId;
  const { id: pdfFileId } = await render(work, workOrder);
  await workOrders.change(work, workOrderId, { pdfFileId });
  return pdfFileId;
});
