import { prepare, type Step } from "./step.ts";

/**
 * Helpers that live as long as the connection: the same row number always gives the same choice and the same id, and an
 * id begins with its moment, as UUIDv7 does.
 */
export const tools: readonly Step[] = [
  prepare(`create or replace function pg_temp.pick(salt text, i bigint, n integer) returns integer language sql immutable as
    $$ select ((hashtextextended(salt, i) & 9007199254740991) % n)::integer $$`),
  prepare(`create or replace function pg_temp.id(kind text, i bigint, at timestamptz) returns uuid language sql immutable as $$
    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5('scale ' || kind || i), 1, 3)
      || '8' || substr(md5('scale ' || kind || i), 4, 15))::uuid $$`),
  prepare(`create or replace function pg_temp.numbered(n bigint) returns text language sql immutable as
    $$ select case when n < 100000 then lpad(n::text, 5, '0') else n::text end $$`),
  prepare(`create or replace function pg_temp.draw(the_entity text, the_kind text, the_year integer, many bigint) returns bigint
    language sql as $$
    insert into number_series (entity, kind, year, last) values (the_entity, the_kind, the_year, many)
    on conflict (entity, kind, year) do update set last = number_series.last + many returning last - many $$`),
];

/**
 * Draws as many numbers as a staged table has rows in each entity and year, and writes them into `number` in the order
 * of its rows. The table has `prefix`, `year` and `i`.
 */
export const number = (table: string, kind: string, pattern: string): Step =>
  prepare(`with drawn as (
      select prefix, year, pg_temp.draw(prefix, '${kind}', year, count(*)) as before from ${table} group by prefix, year
    ), ranked as (
      select i, row_number() over (partition by prefix, year order by i) as place from ${table}
    )
    update ${table} t set number = replace(replace('${pattern}', '{entity}', t.prefix), '{year}', t.year::text)
      || pg_temp.numbered(d.before + r.place)
    from drawn d, ranked r where d.prefix = t.prefix and d.year = t.year and r.i = t.i`);
