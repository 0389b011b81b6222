import { articles } from "#catalog";
import { linesOf, orders } from "#orders";
import { action, dayOf, illegalMove, json, later, type Work } from "#platform";
import { field as contract } from "../contract.ts";
import { notOnOrder, serialKnown, unknownPhoto } from "../problems.ts";
import { type WorkOrder, workOrders } from "../workOrderStore.ts";
import { jobOf, viewOf } from "./job.ts";

/** Evidence is gathered while the work goes on: not before the risk analysis, not after the signature. */
const mustBeWorking = ({ status }: WorkOrder, move: string) => {
  if (status === "work_in_progress" || status === "work_completed" || status === "customer_review") return;
  throw illegalMove({ move, current: status, missing: ["status:work_in_progress"] });
};

/** Keeps answers as they are given; a later answer replaces an earlier one. */
export const saveAnswers = action(contract.saveAnswers, async (work, { workOrderId, answers, ...texts }) => {
  const { workOrder } = await jobOf(work, workOrderId);
  mustBeWorking(workOrder, "saveAnswers");
  await workOrders.change(work, workOrderId, {
    ...texts,
    answers: json({ ...(workOrder.answers as object), ...answers }),
  });
  return viewOf(work, workOrder);
});

/** A photo that was uploaded before becomes part of the job; the same one sent again is one photo. */
export const addPhoto = action(contract.addPhoto, async (work, { workOrderId, photoId, fileId, place }) => {
  const { workOrder } = await jobOf(work, workOrderId);
  mustBeWorking(workOrder, "addPhoto");
  const { tx, now } = work;
  const file = await tx
    .updateTable("files")
    .set({ orderId: workOrder.orderId, recordId: workOrderId })
    .where("id", "=", fileId)
    .where((where) => where.or([where("orderId", "is", null), where("orderId", "=", workOrder.orderId)]))
    .where("mediaType", "like", "image/%")
    .returning("id")
    .executeTakeFirst();
  if (!file) throw unknownPhoto();
  await tx
    .insertInto("workPhotos")
    .values({ id: photoId, workOrderId, fileId, place, takenAt: now })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  return viewOf(work, workOrder);
});

export const removePhoto = action(contract.removePhoto, async (work, { workOrderId, photoId }) => {
  const { workOrder } = await jobOf(work, workOrderId);
  mustBeWorking(workOrder, "removePhoto");
  await work.tx
    .deleteFrom("workPhotos")
    .where("id", "=", photoId)
    .where("workOrderId", "=", workOrderId)
    .execute();
  return viewOf(work, workOrder);
});

const insertAsset = async (
  work: Work,
  workOrder: WorkOrder,
  { assetId, articleId, serial, ean }: { assetId: string; articleId: string; serial: string; ean: string },
) => {
  const { tx, now } = work;
  const order = await orders.byId(tx, workOrder.orderId);
  const article = await articles.byId(tx, articleId);
  const { warrantyMonths } = article;
  return tx
    .insertInto("installedAssets")
    .values({
      id: assetId,
      orderId: order.id,
      workOrderId: workOrder.id,
      siteId: order.siteId,
      organizationId: order.endCustomerId,
      articleId,
      name: article.name,
      ean: ean || (article.ean ?? ""),
      serial: serial.toUpperCase(),
      installedOn: dayOf(now),
      warrantyUntil: warrantyMonths ? dayOf(later(now, `P${warrantyMonths}M`)) : null,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
};

/** The serial number of a charger or meter; one that hangs elsewhere already is refused. */
export const addSerial = action(contract.addSerial, async (work, { workOrderId, ...asset }) => {
  const { workOrder } = await jobOf(work, workOrderId);
  mustBeWorking(workOrder, "addSerial");
  const lines = await linesOf(work.tx, workOrder.orderId);
  if (!lines.some(({ articleId }) => articleId === asset.articleId)) throw notOnOrder();
  const added = await insertAsset(work, workOrder, asset);
  if (!added) await mustBeSameAsset(work, workOrder, asset);
  return viewOf(work, workOrder);
});

const mustBeSameAsset = async (
  { tx }: Work,
  workOrder: WorkOrder,
  { assetId, serial }: { assetId: string; serial: string },
) => {
  const first = await tx
    .selectFrom("installedAssets")
    .select("id")
    .where("id", "=", assetId)
    .where("workOrderId", "=", workOrder.id)
    .executeTakeFirst();
  if (!first) throw serialKnown({ serial });
};

export const removeSerial = action(contract.removeSerial, async (work, { workOrderId, assetId }) => {
  const { workOrder } = await jobOf(work, workOrderId);
  mustBeWorking(workOrder, "removeSerial");
  await work.tx
    .deleteFrom("installedAssets")
    .where("id", "=", assetId)
    .where("workOrderId", "=", workOrderId)
    .execute();
  return viewOf(work, workOrder);
});
