import { type Actor, later } from "#platform";
import { mechanicAs } from "./cast.ts";
import { planMoney } from "./moneyStory.ts";
import { serialOf, takePhoto } from "./photo.ts";
import type { Scene } from "./scene.ts";

const safe = {
  electricalSafety: true,
  equipmentPresent: true,
  workspaceSafe: true,
  customerInformed: true,
  emergencyKnown: true,
  cupboardSafe: true,
  workplaceSafe: true,
  canGoOn: true,
  riskLevel: "low",
};

/** What a mechanic answers to every question that any kind of work asks. */
const allAnswers: Readonly<Record<string, boolean | number | string>> = {
  cupboard_space: true,
  route_agreed: true,
  findings: "Plek en kabelweg besproken; kruipruimte is toegankelijk.",
  cable_metres: 14,
  fault_found: "Aardlekautomaat sprak aan door vocht in de wartel.",
  fault_solved: true,
  charger_mounted: true,
  cable_fastened: true,
  earth_connected: true,
  breaker_placed: true,
  cupboard_closed: true,
  charger_online: true,
  site_clean: true,
  customer_instructed: true,
  voltage: 231,
  insulation_resistance: 540,
  earth_resistance: 12,
  rcd_trip_time: 24,
};

const performed: Readonly<Record<string, string>> = {
  survey: "Schouw gedaan, alles opgenomen voor de offerte.",
  service: "Storing verholpen en laadpunt getest.",
};

interface Job {
  id: string;
  jobKind: string;
  missing: string[];
  contactName: string;
}

/** The crew's day at one address: on the way, risks, materials, work, photos, handover. */
export const planWork = (
  scene: Scene,
  orderId: string,
  { plannedStart, travelMinutes }: { plannedStart: string; travelMinutes: number | null },
) => {
  const { stage, platform, random, leaders } = scene;
  const { db } = platform.database;
  const jobOf = async () => {
    const found = await db
      .selectFrom("workOrders as w")
      .innerJoin("visits as v", "v.id", "w.visitId")
      .select(["w.id", "v.crewId"])
      .where("v.orderId", "=", orderId)
      .where("w.status", "not in", ["completed", "cancelled"])
      .executeTakeFirst();
    const leader = found?.crewId ? leaders.get(found.crewId) : undefined;
    return found && leader ? { workOrderId: found.id, sam: mechanicAs(leader) } : null;
  };
  const step = (minutes: number, does: (workOrderId: string, sam: Actor) => Promise<unknown>) =>
    stage.at(later(plannedStart, `${minutes < 0 ? "-" : ""}PT${Math.abs(minutes)}M`), orderId, async () => {
      const job = await jobOf();
      if (job) await does(job.workOrderId, job.sam);
    });
  const late = random.between(-4, 12);
  // A trip takes about as long as was reckoned, a little longer more often than shorter.
  const trip = Math.max(2, Math.round((travelMinutes ?? 20) * (0.9 + 0.35 * random.next())));
  const minutes = random.between(70, 150);
  step(late - trip, (workOrderId, sam) => stage.act(sam, "field.depart", { workOrderId }));
  step(late, (workOrderId, sam) => stage.act(sam, "field.arrive", { workOrderId }));
  step(late + 4, (workOrderId, sam) =>
    stage.act(sam, "field.giveLmra", { workOrderId, lmraId: crypto.randomUUID(), ...safe }),
  );
  step(late + 9, (workOrderId, sam) => stage.act(sam, "field.checkMaterials", { workOrderId, checked: [] }));
  step(late + minutes, async (workOrderId, sam) => {
    const { missing, jobKind } = await stage.ask<Job>(sam, "field.workOrder", { workOrderId });
    const asked = missing.flatMap((what) => (what.startsWith("question:") ? [what.slice(9)] : []));
    await stage.act(sam, "field.saveAnswers", {
      workOrderId,
      answers: Object.fromEntries(asked.map((question) => [question, allAnswers[question] ?? true])),
      workPerformed: performed[jobKind] ?? "Laadpunt geplaatst en getest.",
    });
    for (const what of missing) {
      const [kind, about = ""] = what.split(":");
      if (kind === "photo") {
        const fileId = await takePhoto(platform, orderId, about, stage.now());
        await stage.act(sam, "field.addPhoto", {
          workOrderId,
          photoId: crypto.randomUUID(),
          fileId,
          place: about,
        });
      }
      // A company has several chargers of one kind, each with its own number.
      for (let count = 1, left = kind === "serial" ? [what] : []; left.includes(what); count += 1)
        ({ missing: left } = await stage.act<Job>(sam, "field.addSerial", {
          workOrderId,
          assetId: crypto.randomUUID(),
          articleId: about,
          serial: serialOf(`${workOrderId}${about}${count}`),
        }));
    }
    await stage.act(sam, "field.finishWork", { workOrderId });
  });
  step(late + minutes + 8, async (workOrderId, sam) => {
    const { contactName } = await stage.ask<Job>(sam, "field.workOrder", { workOrderId });
    await stage.act(sam, "field.handOver", {
      workOrderId,
      signedName: contactName,
      satisfaction: random.pick([4, 5, 5, 5]),
    });
    planMoney(scene, orderId, stage.now());
  });
};
