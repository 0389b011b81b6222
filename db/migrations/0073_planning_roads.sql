-- What a router said of driving between two places, so that it is asked once. A place is a point on a grid of about ten
-- metres, as one number (`travel/placeKey.ts`).
create table road_legs (
  router text not null,
  from_place bigint not null,
  to_place bigint not null,
  -- Without traffic; nothing when there is no road.
  seconds integer check (seconds >= 0),
  metres integer check (metres >= 0),
  asked_at timestamptz not null,
  primary key (router, from_place, to_place)
);
create index road_legs_asked on road_legs (asked_at);

-- Which router is in use, and how its last question went. No row: the built-in model.
create table road_routers (
  only_row boolean primary key default true check (only_row),
  router text not null,
  asked_at timestamptz not null,
  -- Places of the coming weeks, pairs among them that a router is asked about, and how many of those are known.
  places integer not null,
  pairs integer not null,
  pairs_known integer not null,
  -- In the router's own words.
  trouble text
);
grant select on road_legs, road_routers to chargecars_portal;

-- What own trips tell of the built-in model: times as long as it says, by distance. Used only while it beats the model as it is.
create table travel_calibrations (
  id uuid primary key default uuidv7(),
  made_at timestamptz not null,
  trips integer not null,
  -- Mean error in minutes over trips that came later than those learned from.
  model_error real not null,
  calibrated_error real not null,
  is_used boolean not null,
  bands jsonb not null
);
create index travel_calibrations_newest on travel_calibrations (made_at desc);
grant select on travel_calibrations to chargecars_portal;
