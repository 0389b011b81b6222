import { sql } from "kysely";
import { crewDays, fitsOn, instantOf, offerDays, slotSettings } from "#planning";
import { aCrew, anApprovedOrder, type planningHouse, robot } from "#planning/testing";
import { daysAfter, weekdayOf } from "#platform";

type Made = Awaited<ReturnType<typeof planningHouse>>;

/** The same numbers every time. */
export const randomFrom = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};

const skills = ["vehicle_charging_installation"];
const waitingOnes = 40;

/** Crews on the working days of four weeks, as many a day as it takes. */
const makeCrews = async ({ house }: Made, crews: number) => {
  const { from, until } = offerDays(await slotSettings(house.platform.database.db), house.clock.now());
  const days: string[] = [];
  for (let on = from; on <= until; on = daysAfter(on, 1)) if (weekdayOf(on) < 6) days.push(on);
  await house.works(robot, async (work) => {
    for (let index = 0; index < crews; index += 1)
      await aCrew(work, { on: days[index % days.length]!, name: `Ploeg ${index}`, skills });
  });
};

/** Orders across the middle of the country, each with a visit; made once and copied, which is quick. */
export const makeVisits = async ({ house }: Made, count: number, random: () => number) => {
  const { db } = house.platform.database;
  const order = await house.works(robot, (work) => anApprovedOrder(work));
  await house.settles();
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const [latitude, longitude] = [51.85 + random() * 0.75, 4.7 + random() * 1.4];
    const minutes = 45 + Math.floor(random() * 10) * 15;
    const { rows } = await sql<{ id: string }>`
      with place as (
        insert into sites select (jsonb_populate_record(s, jsonb_build_object('id', uuidv7(),
          'latitude', ${latitude}::float8, 'longitude', ${longitude}::float8, 'house_number', ${String(index + 100)}::text))).*
        from sites s where id = ${order.siteId} returning id
      ), copy as (
        insert into orders select (jsonb_populate_record(o, jsonb_build_object('id', uuidv7(),
          'number', ${`BENCH-${index}`}::text, 'site_id', (select id from place)))).*
        from orders o where id = ${order.id} returning id
      )
      insert into visits (number, order_id, sequence, kind, status, minutes, skills, created_at, updated_at)
      select ${`V-${index}`}, id, 1, 'installation', 'planned', ${minutes}, ${skills}, ${house.clock.now()}, ${house.clock.now()}
      from copy returning id`.execute(db);
    ids.push(rows[0]!.id);
  }
  return ids;
};

/** Plans visits where they cost least, so that days are as full and as mixed as real ones; half of them nobody knows of. */
const planVisits = async ({ house }: Made, ids: readonly string[], count: number, random: () => number) => {
  const { db } = house.platform.database;
  const now = house.clock.now();
  const range = offerDays(await slotSettings(db), now);
  let planned = 0;
  const { rows } = await sql<{ id: string; minutes: number; latitude: number; longitude: number }>`
    select v.id, v.minutes, s.latitude, s.longitude from visits v join orders o on o.id = v.order_id
      join sites s on s.id = o.site_id where v.id = any(${ids})`.execute(db);
  const days = await crewDays(db, { ...range, now });
  const standing = new Map(days.map((day) => [day.crewId, day]));
  for (const { id, minutes, ...place } of rows) {
    if (planned === count) break;
    const part = random() < 0.5 ? ("morning" as const) : ("afternoon" as const);
    const wish = { visitId: id, place, minutes, skills };
    const near = [...standing.values()].toSorted(() => random() - 0.5).slice(0, 30);
    const [fit] = fitsOn(near, wish, part);
    if (!fit) continue;
    planned += 1;
    const day = standing.get(fit.crewId)!;
    const window = part === "morning" ? { earliest: 480, latest: 720 } : { earliest: 720, latest: 1020 };
    const all = new Map([...day.stops, { ...wish, ...window }].map((stop) => [stop.visitId, stop]));
    standing.set(day.crewId, { ...day, stops: fit.route.stops.map(({ visitId }) => all.get(visitId)!) });
    const confirmedAt = random() < 0.5 ? now : null;
    await writePlace(db, fit, { id, part, confirmedAt });
  }
  return planned;
};

const writePlace = async (
  db: Parameters<typeof crewDays>[0],
  fit: ReturnType<typeof fitsOn>[number],
  { id, part, confirmedAt }: { id: string; part: string; confirmedAt: string | null },
) => {
  await db.transaction().execute(async (tx) => {
    await sql`set constraints visits_crew_in_one_place deferred`.execute(tx);
    for (const stop of fit.route.stops)
      await sql`update visits set planned_start = ${instantOf(fit.on, stop.start)}, planned_end = ${instantOf(fit.on, stop.end)}
        where id = ${stop.visitId}`.execute(tx);
    await sql`update visits set status = 'scheduled', on_day = ${fit.on}, day_part = ${part}, crew_id = ${fit.crewId},
      confirmed_at = ${confirmedAt}, confirmed_by = ${confirmedAt ? "customer" : null} where id = ${id}`.execute(
      tx,
    );
  });
};

/** Crew-days with planned visits on them, and visits that look for a place. */
export const fillWithVisits = async (made: Made, wanted: { crews: number; visits: number; seed: number }) => {
  const random = randomFrom(wanted.seed);
  const { db } = made.house.platform.database;
  await makeCrews(made, wanted.crews);
  const ids = await makeVisits(made, wanted.visits * 2 + waitingOnes, random);
  await planVisits(made, ids.slice(waitingOnes), wanted.visits, random);
  await sql`update orders set status = 'planning' where number like 'BENCH-%'`.execute(db);
  await sql`analyze`.execute(db);
  const { rows } = await sql<{ crewDays: number; planned: number; unconfirmed: number }>`select
    (select count(*)::integer from day_crews) as crew_days, count(*)::integer as planned,
    count(*) filter (where confirmed_at is null)::integer as unconfirmed from visits where status = 'scheduled'`.execute(
    db,
  );
  return { ...rows[0]!, waiting: ids.slice(0, waitingOnes) };
};
