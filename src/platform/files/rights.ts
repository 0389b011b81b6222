import { type Actor, organizationsWithin } from "../actor.ts";

export interface FileFacts {
  kind: string;
  visibility: string;
  orderId: string | null;
  recordId: string | null;
}

/** Whether a partner takes part in an order, or may see a certain file of it; given by the capability that owns orders. */
export type MayReach = (actor: Actor, file: FileFacts) => Promise<boolean>;

/** Whether the actor may see this file: staff all, partners and customers what is meant for them on their orders. */
export const maySeeFile = async (actor: Actor, file: FileFacts, mayReach: MayReach): Promise<boolean> => {
  if (actor.kind === "anonymous") return false;
  if (actor.kind === "customer") return file.visibility === "customer" && file.orderId === actor.orderId;
  if (organizationsWithin(actor) === null) return true;
  return file.visibility !== "internal" && file.orderId !== null && mayReach(actor, file);
};
