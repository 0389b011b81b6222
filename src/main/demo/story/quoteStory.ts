import type { Actor } from "#platform";
import { customerOf, signerOf } from "./cast.ts";
import type { InventedPerson } from "./people.ts";
import { atWork, type Scene, statusOf } from "./scene.ts";

/** Whoever pays reads the quote and signs, or says no. */
export const answerQuote = async (
  { stage, platform }: Scene,
  orderId: string,
  person: Pick<InventedPerson, "name">,
  says: "yes" | "no",
  payer?: Actor,
) => {
  const customer = payer ?? (await customerOf(platform.database.db, orderId));
  const { quote } = await stage.ask<{ quote: { status: string; documentHash: string } | null }>(
    customer,
    "sales.myQuote",
    {},
  );
  if (quote?.status !== "pending") return;
  if (says === "no") {
    await stage.act(customer, "sales.declineMyQuote", { reason: "Wij wachten nog even met een laadpaal." });
    return;
  }
  await stage.act(customer, "sales.signMyQuote", {
    documentHash: quote.documentHash,
    name: person.name,
    signature: { kind: "typed", name: person.name },
  });
};

/** A quote that waits for a person is looked at, and sent some hours later; gives when payers have theirs at the latest. */
export const planHeldQuote = (scene: Scene, orderId: string, lookedAt: string): string => {
  const { stage, noor, random } = scene;
  const isForgotten = random.chance(0.15);
  const sentAt = atWork(lookedAt, random.between(1, 24));
  stage.at(lookedAt, orderId, async () => {
    if (isForgotten || (await statusOf(scene, orderId)) !== "quote_draft") return;
    await stage.act(noor, "sales.readyQuote", { orderId });
  });
  stage.at(sentAt, orderId, async () => {
    if ((await statusOf(scene, orderId)) !== "quote_ready") return;
    await stage.act(noor, "sales.sendQuote", { orderId });
  });
  return sentAt;
};

/** A partner that pays lines of its own signs for them, mostly before its customer; gives when both have signed. */
export const planPartner = (
  scene: Scene,
  orderId: string,
  sentAt: string,
  customerSignedAt: string,
): string => {
  const { stage, platform, random } = scene;
  const signedAt = atWork(sentAt, random.between(2, 120));
  stage.at(signedAt, orderId, async () => {
    const signer = await signerOf(platform.database.db, orderId);
    if (signer) await answerQuote(scene, orderId, { name: "Namens de inkoop" }, "yes", signer);
  });
  return signedAt > customerSignedAt ? signedAt : customerSignedAt;
};
