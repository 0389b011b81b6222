import { parts, prepare, records, type ScaleFacts, type Step } from "./step.ts";
import { firstNames, lastNames, letters, placeNames, streetNames, trades } from "./words.ts";

const word = (words: string, salt: string, i = "i") =>
  `(${words})[1 + pg_temp.pick('${salt}', ${i}, array_length(${words}, 1))]`;

/** Organizations that bring orders, and people with a house and a meter cupboard. */
export const people = ({ customers, organizations, end, days }: ScaleFacts): Step[] => [
  prepare(`create temp table scale_partners on commit drop as
    select i, pg_temp.id('partner', i, at) as id, pg_temp.id('partner contact', i, at) as contact_id, at,
      ${word(trades, "trade")} || ' ' || ${word(lastNames, "trade name")} || ' ' || i as name,
      ${word(firstNames, "buyer")} as first_name, ${word(lastNames, "buyer last")} as last_name
    from generate_series(1, ${organizations}) i, lateral (select timestamptz '${end}' - interval '${days} days') moment(at)`),
  records(
    "organizations (id, kind, name, partner_kinds, email, source_system, source_id, created_at)",
    `select id, 'partner', name, array['installer'], 'inkoop' || i || '@partner.test', 'scale', 'partner ' || i, at
      from scale_partners`,
  ),
  parts(
    "contacts (id, first_name, last_name, email, source_system, source_id, created_at)",
    `select contact_id, first_name, last_name, 'inkoop' || i || '@partner.test', 'scale', 'partner ' || i, at
      from scale_partners`,
  ),
  parts(
    "contact_organizations (contact_id, organization_id, role, from_on)",
    `select contact_id, id, role, at::date from scale_partners, unnest(array['partner_manager', 'billing_contact']) role`,
  ),
  // Whoever brings orders: the partners that were there already, and the new ones.
  prepare(`create temp table scale_accounts on commit drop as
    select row_number() over (order by rank, id) as i, id, name, contact_id, has_channel, rank % 2 = 0 as pays from (
      select o.id, o.name, c.organization_id is not null as has_channel,
        (select m.contact_id from contact_organizations m where m.organization_id = o.id order by 1 limit 1) as contact_id,
        row_number() over (order by c.organization_id is null, o.name) as rank
      from organizations o left join partner_channels c on c.organization_id = o.id where o.kind = 'partner'
    ) partner where contact_id is not null`),
  prepare(`create temp table scale_customers on commit drop as
    select i, pg_temp.id('customer', i, at) as id, pg_temp.id('contact', i, at) as contact_id,
      pg_temp.id('site', i, at) as site_id, at, first_name, last_name,
      pg_temp.pick('business', i, 100) < 8 as is_business,
      lower(regexp_replace(plain(first_name || '.' || last_name), '[^a-z.]+', '', 'g')) || '.' || i || '@'
        || (array['example.org', 'example.com', 'example.net', 'post.example'])[1 + pg_temp.pick('mail', i, 4)] as email,
      '+31688' || lpad((i % 1000000)::text, 6, '0') as phone, ${word(streetNames, "street")} as street,
      1 + pg_temp.pick('house', i, 240) as house_number, substr(place, 6) as city,
      substr(place, 1, 4) || ${word(letters, "letter")} || ${word(letters, "letter two")} as postal_code
    from generate_series(1, ${customers}) i, lateral (
      select timestamptz '${end}' - interval '${days} days' * (1 - (i - 1)::float8 / ${customers}) - interval '20 minutes',
        ${word(firstNames, "first")}, ${word(lastNames, "last")}, ${word(placeNames, "place")}
    ) invented(at, first_name, last_name, place)`),
  prepare("create unique index on scale_customers (i)"),
  prepare("analyze scale_customers"),
  records(
    "organizations (id, kind, name, email, phone, source_system, source_id, created_at)",
    `select id, case when is_business then 'business' else 'household' end,
        first_name || ' ' || last_name || case when is_business then ' B.V.' else '' end,
        email, phone, 'scale', 'customer ' || i, at
      from scale_customers where i between {from} and {to}`,
  ),
  parts(
    "contacts (id, first_name, last_name, email, phone, source_system, source_id, created_at)",
    `select contact_id, first_name, last_name, email, phone, 'scale', 'customer ' || i, at
      from scale_customers where i between {from} and {to}`,
  ),
  parts(
    "contact_organizations (contact_id, organization_id, role, from_on)",
    "select contact_id, id, 'member', at::date from scale_customers where i between {from} and {to}",
  ),
  parts(
    "sites (id, organization_id, kind, street, house_number, postal_code, city, latitude, longitude, confidence, verified, created_at)",
    `select site_id, id, 'installation', street, house_number, postal_code, city,
        51.4 + pg_temp.pick('north', i, 1800) / 1000.0, 4.3 + pg_temp.pick('east', i, 2400) / 1000.0, 'high', true, at
      from scale_customers where i between {from} and {to}`,
  ),
];
