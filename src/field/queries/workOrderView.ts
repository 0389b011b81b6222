import { addressLine } from "#crm";
import { linesOf } from "#orders";
import { type Visit, visits } from "#planning";
import {
  type Actor,
  type Db,
  forbidden,
  type Instant,
  notFound,
  Problem,
  statement,
  together,
} from "#platform";
import { type Answers, missingOf } from "../checklists.ts";
import { crewMemberOf, maySeeWork } from "../policy.ts";
import { type WorkOrder, workOrders } from "../workOrderStore.ts";

const placeOf = statement((db, orderId: string) =>
  db
    .selectFrom("orders as o")
    .innerJoin("contacts as c", "c.id", "o.contactId")
    .leftJoin("sites as s", "s.id", "o.siteId")
    .select(["o.number as orderNumber", "o.notes as orderNotes", "o.customerName"])
    .select(["c.name as contactName", "c.phone", "s.latitude", "s.longitude", "s.accessNotes"])
    .select(["s.street", "s.houseNumber", "s.addition", "s.postalCode", "s.city", "s.country"])
    .where("o.id", "=", orderId),
);

/** Where the job is and whom the crew meets. */
const whereOf = async (db: Db, orderId: string) => {
  const [found] = await placeOf(db, orderId);
  if (!found) throw notFound();
  const { street, houseNumber, addition, postalCode, city, country, ...rest } = found;
  const address = country
    ? addressLine({ street, houseNumber, addition, postalCode, city, country } as never)
    : null;
  return { ...rest, address };
};

interface Materials {
  checked?: string[];
  missing?: string;
}

/** Goods and services a crew brings; the parts of a bundle instead of the bundle. */
const materialsOf = (lines: Awaited<ReturnType<typeof linesOf>>, workOrder: WorkOrder) => {
  const parents = new Set(lines.map(({ parentLineId }) => parentLineId));
  const { checked = [] } = workOrder.materials as Materials;
  return lines
    .filter(
      ({ id, kind, articleKind }) => !parents.has(id) && kind === "product" && articleKind !== "shipping",
    )
    .map((line) => ({
      lineId: line.id,
      articleId: line.articleId,
      description: line.description,
      quantity: line.quantity,
      requiresSerial: line.requiresSerial ?? false,
      isChecked: checked.includes(line.id),
    }));
};

type Material = ReturnType<typeof materialsOf>[number];

/** How many serial numbers each article wants, and how many are known. */
const serialsOf = (materials: readonly Material[], assets: readonly { articleId: string | null }[]) => {
  const wanted = new Map<string, number>();
  for (const { articleId, requiresSerial, quantity } of materials)
    if (articleId && requiresSerial)
      wanted.set(articleId, (wanted.get(articleId) ?? 0) + Math.ceil(quantity));
  return [...wanted].map(([articleId, count]) => ({
    articleId,
    wanted: count,
    known: assets.filter((asset) => asset.articleId === articleId).length,
  }));
};

const photosOf = statement((db, workOrderId: string) =>
  db
    .selectFrom("workPhotos")
    .select(["id", "fileId", "place"])
    .where("workOrderId", "=", workOrderId)
    .orderBy("takenAt")
    .orderBy("id"),
);

const assetsOf = statement((db, workOrderId: string) =>
  db
    .selectFrom("installedAssets")
    .select(["id", "articleId", "name", "serial", "ean"])
    .where("workOrderId", "=", workOrderId)
    .orderBy("createdAt"),
);

const lmraOf = statement((db, workOrderId: string) =>
  db
    .selectFrom("lmras")
    .select(["electricalSafety", "equipmentPresent", "workspaceSafe", "customerInformed", "emergencyKnown"])
    .select([
      "cupboardSafe",
      "workplaceSafe",
      "otherRisks",
      "canGoOn",
      "riskLevel",
      "outcome",
      "byName",
      "doneAt",
    ])
    .where("workOrderId", "=", workOrderId),
);

/** What names a job: its order and visit never change. */
export type JobKey = Pick<WorkOrder, "id" | "orderId" | "visitId">;

const partsOf = (db: Db, { id, orderId }: Pick<JobKey, "id" | "orderId">) =>
  [photosOf(db, id), assetsOf(db, id), linesOf(db, orderId), lmraOf(db, id)] as const;

type Parts = Awaited<ReturnType<typeof readParts>>;
const readParts = (db: Db, key: Pick<JobKey, "id" | "orderId">) => together(db, (one) => partsOf(one, key));

const weigh = (workOrder: WorkOrder, [photos, assets, lines, [lmra]]: Parts) => {
  const materials = materialsOf(lines, workOrder);
  const answers = workOrder.answers as Answers;
  const serials = serialsOf(materials, assets);
  const missing = missingOf({ jobKind: workOrder.jobKind, answers, photos, serials });
  return { photos, assets, materials, lmra: lmra ?? null, answers, missing };
};

/** What was found and made on the spot. */
export const evidenceOf = async (db: Db, workOrder: WorkOrder) =>
  weigh(workOrder, await readParts(db, workOrder));

/** Whether the actor does this job; staff only look. */
const mayWork = async (db: Db, actor: Actor, visit: Visit, now: Instant): Promise<boolean> => {
  try {
    await crewMemberOf(db, actor, { visit, now });
    return true;
  } catch (error) {
    if (error instanceof Problem && maySeeWork(actor)) return false;
    throw forbidden();
  }
};

/** A job as a crew works through it, read in one go. */
export const viewWorkOrder = async (db: Db, actor: Actor, { key, now }: { key: JobKey; now: Instant }) => {
  const [workOrder, visit, where, ...parts] = await together(db, (one) => [
    workOrders.byId(one, key.id),
    visits.byId(one, key.visitId),
    whereOf(one, key.orderId),
    ...partsOf(one, key),
  ]);
  const canWork = await mayWork(db, actor, visit, now);
  return {
    ...workOrder,
    ...where,
    ...weigh(workOrder, parts),
    visitStatus: visit.status,
    on: visit.onDay,
    part: visit.dayPart,
    plannedStart: visit.plannedStart,
    minutes: visit.minutes,
    missingMaterials: (workOrder.materials as Materials).missing ?? "",
    canWork,
  };
};
