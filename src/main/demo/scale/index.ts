import { sql } from "kysely";
import { orderStatus } from "#orders";
import { automation, inTransaction, type Platform, problem, type Work } from "#platform";
import { history, mails } from "./history.ts";
import { money } from "./money.ts";
import { orders } from "./orders.ts";
import { people } from "./people.ts";
import { sales } from "./sales.ts";
import type { ScaleFacts, Step } from "./step.ts";
import { tools } from "./tools.ts";
import { visits } from "./visits.ts";

/** What the company counted in its system before: the measure of one. */
const measured = { records: 57_445, customers: 6_959, organizations: 351, orders: 6_409 };
const days = 135;
const rowsPerRange = 5_000;

/** The smallest picture there is: every photo of the filled company shows it. */
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

export const alreadyFilled = problem(
  "demo/already-filled",
  409,
  "This database was filled already; take an empty one",
);

export interface Filled {
  /** Things with a life of their own, as they were counted in the system before. */
  records: number;
  /** Rows by table, with all parts of the records. */
  rows: Record<string, number>;
}

/** Runs the steps, each over its ranges, and counts the rows they wrote. */
const runSteps = async (
  { tx }: Work,
  steps: readonly Step[],
  most: number,
  ran: (runs: number) => void,
): Promise<Filled> => {
  const filled: Filled = { records: 0, rows: {} };
  for (const step of steps) {
    const length = step.sql.includes("{from}") ? rowsPerRange : most;
    for (let from = 1; from <= most; from += length) {
      const text = step.sql.replaceAll("{from}", String(from)).replaceAll("{to}", String(from + length - 1));
      const { numAffectedRows = 0n } = await sql.raw(text).execute(tx);
      ran(1);
      if (!step.table) continue;
      const table = step.table.split(" ")[0]!;
      filled.rows[table] = (filled.rows[table] ?? 0) + Number(numAffectedRows);
      if (step.records) filled.records += Number(numAffectedRows);
    }
  }
  return filled;
};

const runsOf = (steps: readonly Step[], most: number) =>
  steps.reduce((sum, step) => sum + (step.sql.includes("{from}") ? Math.ceil(most / rowsPerRange) : 1), 0);

/**
 * Fills the database to `scale` times what the company counts, in bulk and in one transaction: all or nothing. The same
 * scale at the same moment gives the same company. All triggers and constraints of the tables hold.
 * @param scale 1 gives 57,445 records; fractions are for tests
 */
export const fillToScale = async (
  platform: Platform,
  { scale, onProgress = () => undefined }: { scale: number; onProgress?: (done: number) => void },
): Promise<Filled> => {
  const count = (number: number) => Math.round(number * scale);
  const { sha256, size } = await platform.services.files.put(pixel);
  const facts: ScaleFacts = {
    customers: count(measured.customers),
    organizations: count(measured.organizations),
    orders: count(measured.orders),
    end: platform.now(),
    days,
    photo: { sha256: sha256.toString("hex"), size },
  };
  const within: Record<string, string> = {};
  for (const [name, status] of Object.entries(orderStatus.statuses))
    if ("within" in status && status.within) within[name] = status.within;
  const most = Math.max(facts.customers, facts.orders);
  const steps = [
    ...tools,
    ...people(facts),
    ...orders(facts, within),
    ...sales,
    ...visits(facts),
    ...money(facts),
    ...history(facts),
  ];
  const runs = runsOf(steps, most) + 2;
  let done = 0;
  const ran = () => onProgress((done += 1) / runs);
  const as = { action: "manage demo", actor: automation("manage") };
  const filled = await inTransaction(platform, as, async (work) => {
    const known = sql`select 1 from orders where source_system = 'scale' limit 1`;
    if ((await known.execute(work.tx)).rows.length > 0) throw alreadyFilled();
    const first = await runSteps(work, steps, most, ran);
    const missing = count(measured.records) - first.records;
    const last =
      missing > 0
        ? await runSteps(work, [mails(missing, facts.orders)], most, ran)
        : { records: 0, rows: {} };
    work.note({ changes: { scale, orders: facts.orders } });
    return { records: first.records + last.records, rows: { ...first.rows, ...last.rows } };
  });
  await platform.database.pool.query("vacuum (analyze)");
  onProgress(1);
  return filled;
};
