import type { Selectable, Updateable } from "kysely";
import { siteOf } from "#crm";

import { linesOf, type Order } from "#orders";
import { type Db, json, notFound, statement, type Tables, type Tx } from "#platform";
import { type IntakeDraft, intakeSteps, stepsDone } from "./intakeAnswers.ts";
import { type IntakeStatus, intakeStatus } from "./intakeStatus.ts";

export type Intake = Omit<Selectable<Tables["intakes"]>, "status" | "answers"> & {
  status: IntakeStatus;
  answers: IntakeDraft;
};

const typed = (row: Selectable<Tables["intakes"]>) => row as unknown as Intake;

const ofOrder = statement((db, orderId: string) =>
  db.selectFrom("intakes").selectAll().where("orderId", "=", orderId),
);
const heldOfOrder = statement((db, orderId: string) =>
  db.selectFrom("intakes").selectAll().where("orderId", "=", orderId).forUpdate(),
);

/** Reading and writing questionnaires; an order has one at most. */
export const intakes = {
  async find(db: Db, orderId: string): Promise<Intake | undefined> {
    const [row] = await ofOrder(db, orderId);
    return row && typed(row);
  },

  async ofOrder(db: Db, orderId: string): Promise<Intake> {
    const found = await intakes.find(db, orderId);
    if (!found) throw notFound();
    return found;
  },

  async lock(tx: Tx, orderId: string): Promise<Intake> {
    const [row] = await heldOfOrder(tx, orderId);
    if (!row) throw notFound();
    return typed(row);
  },

  /** Makes the questionnaire of an order; one that is there stays as it is. */
  async add(tx: Tx, intake: { orderId: string; answers: IntakeDraft; createdAt: string }): Promise<Intake> {
    await tx
      .insertInto("intakes")
      .values({ ...intake, answers: json(intake.answers), status: intakeStatus.start })
      .onConflict((conflict) => conflict.column("orderId").doNothing())
      .execute();
    return intakes.lock(tx, intake.orderId);
  },

  async change(
    tx: Tx,
    intake: Intake,
    { answers, ...changes }: Omit<Updateable<Tables["intakes"]>, "answers"> & { answers?: IntakeDraft },
  ): Promise<Intake> {
    const row = await tx
      .updateTable("intakes")
      .set({ ...changes, ...(answers ? { answers: json(answers) } : {}) })
      .where("id", "=", intake.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return typed(row);
  },
};

/** The questionnaire as its form needs it. */
export const viewIntake = async (db: Db, order: Order, intake: Intake) => {
  const site = await siteOf(db, order);
  const address = site
    ? {
        ...(site.street ? { street: site.street } : {}),
        ...(site.houseNumber ? { houseNumber: site.houseNumber } : {}),
        ...(site.addition ? { addition: site.addition } : {}),
        ...(site.postalCode ? { postalCode: site.postalCode } : {}),
        ...(site.city ? { city: site.city } : {}),
      }
    : {};
  return { ...intake, done: stepsDone(intake.answers), address };
};

/** What a partner delivered with its order: answers and files. */
export const deliveredFiles = async (db: Db, orderId: string) => {
  const row = await db
    .selectFrom("partnerReferences")
    .select("content")
    .where("orderId", "=", orderId)
    .executeTakeFirst();
  return (row?.content ?? {}) as { intake?: unknown; files?: { url: string; kind: string | null }[] };
};

/** The same for the office: also how it went, and what the partner sent along. */
export const viewIntakeForOffice = async (db: Db, order: Order, intake: Intake) => {
  const { files = [] } = await deliveredFiles(db, order.id);
  const deliveredPhotos = files.map(({ url, kind }) => ({ url, kind: kind ?? null }));
  return { ...(await viewIntake(db, order, intake)), deliveredPhotos };
};

/** What is on an order already, for the rules. */
export const orderedOn = async (db: Db, orderId: string) =>
  (await linesOf(db, orderId)).map(({ articleNumber, description }) => ({ articleNumber, description }));

/** The answers with the given steps laid over them. */
export const merged = (answers: IntakeDraft, given: IntakeDraft): IntakeDraft =>
  Object.fromEntries(
    intakeSteps.flatMap((step) => {
      const value = given[step] ?? answers[step];
      if (value === undefined) return [];
      const delivered = step === "photos" ? answers.photos?.delivered : undefined;
      return [[step, delivered ? { ...value, delivered } : value]];
    }),
  );
