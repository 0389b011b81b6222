import { parseArgs } from "node:util";
import { sql } from "kysely";
import { bookHalfDay, crewDays, offerDays, offersFor, offersIn, slotSettings, wishOf } from "#planning";
import { planningHouse, robot } from "#planning/testing";
import { startTestPostgres } from "../tests/testPostgres.ts";
import { fillWithVisits } from "./offersGround.ts";

const { values: options } = parseArgs({
  options: {
    crews: { type: "string", default: "136" },
    visits: { type: "string", default: "400" },
    calls: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
  },
});

type Made = Awaited<ReturnType<typeof planningHouse>>;

const at = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(1);

const timed = async <T>(times: number[], does: () => Promise<T> | T): Promise<T> => {
  const begin = performance.now();
  const result = await does();
  times.push(performance.now() - begin);
  return result;
};

const line = (name: string, times: readonly number[]) =>
  console.log(
    `${name.padEnd(40)} p50 ${at(times, 0.5)} ms  p95 ${at(times, 0.95)} ms  worst ${at(times, 1)} ms`,
  );

const takenBack = new Error("taken back");

/** Books every offer of some visits in a transaction that is taken back; the number that could not be kept. */
const bookEach = async ({ house }: Made, visitIds: readonly string[]) => {
  const { db } = house.platform.database;
  let offered = 0;
  let refused = 0;
  for (const id of visitIds)
    for (const { on, part } of await offersFor(db, { id }, house.clock.now())) {
      offered += 1;
      const booking = house.works(robot, async (work) => {
        await bookHalfDay(work, { id, onDay: null }, { on, part });
        await sql`set constraints all immediate`.execute(work.tx);
        throw takenBack;
      });
      await booking.catch((error: unknown) => {
        if (error === takenBack) return;
        refused += 1;
        console.error(`${id} on ${on} ${part}:`, error);
      });
    }
  return { offered, refused };
};

const measureCalls = async ({ house }: Made, waiting: readonly string[]) => {
  const { db } = house.platform.database;
  const now = house.clock.now();
  const figures = { whole: [] as number[], sum: [] as number[], offers: 0, byMoving: 0 };
  const days = await crewDays(db, { ...offerDays(await slotSettings(db), now), now });
  const firm = days.map((day) => ({
    ...day,
    stops: day.stops.map((stop) => ({ ...stop, movable: undefined })),
  }));
  for (let call = 0; call < Number(options.calls); call += 1) {
    const id = waiting[call % waiting.length]!;
    const offers = await timed(figures.whole, () => offersFor(db, { id }, now));
    const wish = await wishOf(db, { id });
    await timed(figures.sum, () => offersIn(days, wish));
    figures.offers += offers.length;
    figures.byMoving += offers.length - offersIn(firm as typeof days, wish).length;
  }
  return figures;
};

const measure = async (made: Made) => {
  const ground = await fillWithVisits(made, {
    crews: Number(options.crews),
    visits: Number(options.visits),
    seed: Number(options.seed),
  });
  const { whole, sum, offers, byMoving } = await measureCalls(made, ground.waiting);
  console.log(
    `${ground.crewDays} crew-days, ${ground.planned} visits planned, ${ground.unconfirmed} of them unconfirmed; ${whole.length} calls\n`,
  );
  line("offers, with the database", whole);
  line("offers, the sum only", sum);
  console.log(`\n${offers} offers, ${byMoving} of them by moving one visit`);
  const { offered, refused } = await bookEach(made, ground.waiting.slice(0, 12));
  console.log(`${offered} offers booked one by one: ${refused} could not be kept`);
  return refused;
};

const postgres = await startTestPostgres();
process.env.TEST_POSTGRES_URL = postgres.url;
const made = await planningHouse();
let refused = 1;
try {
  refused = await measure(made);
} finally {
  await made.house.close();
  await postgres.stop();
}
process.exit(refused > 0 ? 1 : 0);
