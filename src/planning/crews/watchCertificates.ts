import { sql } from "kysely";
import { openException, settleOthers } from "#orders";
import { dayOf, type Recurring, recurring, type Work } from "#platform";

const kind = "certificate_expires";

interface Lacking {
  visitId: string;
  orderId: string;
  number: string;
  on: string;
  name: string;
  skill: string;
  expiresOn: string;
}

/** Planned visits that ask for a skill nobody of the crew has on that day, because somebody's paper has run out by then. */
const lacking = async ({ tx, now }: Work): Promise<Lacking[]> => {
  const { rows } = await sql<Lacking>`
    select distinct on (v.id) v.id as visit_id, v.order_id, v.number, v.on_day as on, p.name, s.skill, c.expires_on
    from visits v cross join lateral unnest(v.skills) s(skill)
      join day_crew_members m on m.crew_id = v.crew_id
      join mechanics p on p.id = m.mechanic_id
      join certificates c on c.mechanic_id = p.id and c.kind = s.skill and c.expires_on < v.on_day
    where v.status = 'scheduled' and v.on_day >= ${dayOf(now)}
      and not exists (select from day_crew_members o where o.crew_id = v.crew_id
        and s.skill = any(mechanic_skills_on(o.mechanic_id, v.on_day)))
      and not exists (select from day_crews d join vans n on n.id = d.van_id
        where d.id = v.crew_id and s.skill = any(n.skills))
    order by v.id, c.expires_on desc`.execute(tx);
  return rows;
};

/** Somebody must act on planned work whose certificate will have expired; what is right again leaves the list by itself. */
export const watchCertificates = async (work: Work): Promise<void> => {
  const found = await lacking(work);
  for (const { visitId, orderId, ...facts } of found)
    await openException(work, { orderId, kind, key: visitId, facts, within: "P2D" });
  const keys = found.map(({ visitId }) => visitId);
  await settleOthers(work, { kind, keys, resolution: "certificate in order" });
};

/** Every morning before the crews leave. */
export const watchCertificatesDaily: Recurring = recurring(
  "planning/watch-certificates",
  "0 6 * * *",
  watchCertificates,
);
