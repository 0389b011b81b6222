import { stepAt } from "./orders.ts";
import { changes, parts, prepare, records, type ScaleFacts, type Step } from "./step.ts";
import { number } from "./tools.ts";

const visitsPerCrew = 5;

/** From the start of the risk analysis to the handover, one move after the other, so that every guard looks at each. */
const workSteps = [
  "lmra_approved",
  "materials_checking",
  "materials_verified",
  "work_in_progress",
  "work_completed",
  "customer_review",
  "customer_signed",
  "completed",
] as const;

const answers = {
  voltage: 231,
  site_clean: true,
  rcd_trip_time: 24,
  breaker_placed: true,
  cable_fastened: true,
  charger_online: true,
  charger_mounted: true,
  cupboard_closed: true,
  earth_connected: true,
  earth_resistance: 12,
  customer_instructed: true,
  insulation_resistance: 540,
};

/** Visits with the vans, mechanics and crews that drive to them. */
const calendar = (end: string): Step[] => [
  prepare(`create temp table scale_visits on commit drop as
    select v.*, (place - 1) / ${visitsPerCrew} + 1 as crew, (place - 1) % ${visitsPerCrew} as slot, null::uuid as crew_id
    from (
      select i, pg_temp.id('visit', i, at) as id, prefix, year, null::text as number, on_day, reached, customer_name,
        row_number() over (partition by on_day order by i) as place
      from (select o.*, case when reached = 9 then date '${end.slice(0, 10)}' + 1 + pg_temp.pick('day', i, 14)
            when reached = 10 then date '${end.slice(0, 10)}' when reached = 11 then ${stepAt(10)}::date end as on_day
          from scale_orders o where reached >= 8) o
    ) v`),
  prepare("create unique index on scale_visits (i)"),
  number("scale_visits", "visit", "VST-{entity}-{year}-"),
  prepare(`create temp table scale_crews on commit drop as
    select distinct on_day, crew, pg_temp.id('crew ' || crew, on_day - date '2020-01-01', on_day::timestamptz) as id
    from scale_visits where on_day is not null`),
  prepare(
    "update scale_visits v set crew_id = c.id from scale_crews c where c.on_day = v.on_day and c.crew = v.crew",
  ),
  prepare("analyze scale_visits"),
  parts(
    "vans (id, plate, name, created_at)",
    `select pg_temp.id('van', crew, '${end}'), 'S-' || lpad(crew::text, 4, '0') || '-C', 'Routebus ' || crew, '${end}'
      from (select distinct crew from scale_crews) c`,
  ),
  parts(
    "mechanics (id, code, name, first_name, skills, created_at)",
    `select pg_temp.id('mechanic', n, '${end}'), 'S' || lpad(n::text, 4, '0'), 'Monteur ' || n, 'Monteur ' || n,
        array['vehicle_charging_installation', 'LMRA_certified', 'three_phase_electrical'], '${end}'
      from (select distinct crew from scale_crews) c, unnest(array[crew * 2 - 1, crew * 2]) n`,
  ),
  records(
    `day_crews (id, on_day, name, van_id, depot_name, depot_latitude, depot_longitude, starts_at, ends_at, created_at)`,
    `select id, on_day, 'Route ' || crew, pg_temp.id('van', crew, '${end}'), 'Nijkerk', 52.22, 5.49, '07:30', '17:00',
        least(on_day::timestamptz, '${end}') from scale_crews`,
  ),
  parts(
    "day_crew_members (crew_id, on_day, mechanic_id, position)",
    `select id, on_day, pg_temp.id('mechanic', crew * 2 - 2 + place, '${end}'), place
      from scale_crews, generate_series(1, 2) place`,
  ),
  records(
    `visits (id, number, order_id, sequence, kind, status, minutes, skills, on_day, day_part, crew_id, planned_start, planned_end,
      travel_minutes, confirmed_at, confirmed_by, actual_start, actual_end, created_at, updated_at)`,
    `select v.id, v.number, o.id, 1, 'installation',
        case when o.reached >= 11 then 'completed' when o.reached = 10 then 'in_progress' when o.reached = 9 then 'scheduled' else 'planned' end,
        80, array['vehicle_charging_installation'], v.on_day,
        case when v.on_day is null then null when v.slot < 3 then 'morning' else 'afternoon' end, v.crew_id,
        starts, starts + interval '80 minutes', case when v.on_day is not null then 15 end,
        case when v.on_day is not null then ${stepAt(9)} end, case when v.on_day is not null then 'customer' end,
        case when o.reached >= 10 then starts end, case when o.reached = 11 then starts + interval '75 minutes' end,
        ${stepAt(8)}, ${stepAt("o.reached")}
      from scale_visits v join scale_orders o on o.i = v.i,
        lateral (select (v.on_day + time '06:00' + v.slot * interval '95 minutes') at time zone 'UTC') day(starts)
      where v.i between {from} and {to}`,
  ),
  changes(`update orders t set planned_on = v.on_day from scale_visits v join scale_orders o on o.i = v.i
    where t.id = o.id and v.on_day is not null and v.i between {from} and {to}`),
];

/** What was done at the visits that are over: risk analysis first, a photo, a signature, the handover. */
const work = ({ photo }: ScaleFacts): Step[] => [
  prepare(`create temp table scale_work on commit drop as
    select v.i, pg_temp.id('work order', v.i, v.on_day::timestamptz) as id, pg_temp.id('photo', v.i, v.on_day::timestamptz) as file_id,
      v.prefix, v.year, null::text as number, v.id as visit_id, v.customer_name, m.mechanic_id,
      (v.on_day + time '06:00' + v.slot * interval '95 minutes') at time zone 'UTC' as starts
    from scale_visits v join day_crew_members m on m.crew_id = v.crew_id and m.position = 1 where v.reached = 11`),
  prepare("create unique index on scale_work (i)"),
  number("scale_work", "work_order", "WO-{entity}-{year}-"),
  prepare("analyze scale_work"),
  records(
    `work_orders (id, number, visit_id, order_id, status, job_kind, mechanic_id, arrived_at, work_started_at, work_ended_at, materials,
      answers, answers_complete, work_performed, signed_name, signed_at, satisfaction, created_at, updated_at)`,
    `select w.id, w.number, w.visit_id, o.id, 'lmra_in_progress', 'installation', w.mechanic_id, w.starts, w.starts + interval '10 minutes',
        w.starts + interval '70 minutes', '{"checked": [], "missing": ""}', '${JSON.stringify(answers)}', true,
        'Laadpunt geplaatst en getest.', w.customer_name, w.starts + interval '75 minutes', 4 + o.luck % 2, w.starts, w.starts + interval '75 minutes'
      from scale_work w join scale_orders o on o.i = w.i where w.i between {from} and {to}`,
  ),
  parts(
    `lmras (id, work_order_id, electrical_safety, equipment_present, workspace_safe, customer_informed, emergency_known, cupboard_safe,
      workplace_safe, can_go_on, risk_level, outcome, by_mechanic_id, by_name, done_at)`,
    `select pg_temp.id('lmra', i, starts), id, true, true, true, true, true, true, true, true, 'low', 'no_risks', mechanic_id,
        'Monteur', starts + interval '5 minutes' from scale_work where i between {from} and {to}`,
  ),
  parts(
    "files (id, sha256, size, media_type, name, kind, visibility, order_id, record_id, uploaded_by_kind, created_at)",
    `select w.file_id, decode('${photo.sha256}', 'hex'), ${photo.size}, 'image/png', 'meterkast.png', 'work-photo', 'customer',
        o.id, w.id, 'automation', w.starts from scale_work w join scale_orders o on o.i = w.i where w.i between {from} and {to}`,
  ),
  parts(
    "work_photos (id, work_order_id, file_id, place, taken_at)",
    `select pg_temp.id('place', i, starts), id, file_id, 'cupboard', starts from scale_work where i between {from} and {to}`,
  ),
  ...workSteps.map((status) =>
    changes(
      `update work_orders t set status = '${status}' from scale_work w where w.id = t.id and w.i between {from} and {to}`,
    ),
  ),
];

/** Visits, crews and the work done at them. */
export const visits = (facts: ScaleFacts): Step[] => [...calendar(facts.end), ...work(facts)];
