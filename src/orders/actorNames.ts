import { type RawBuilder, sql } from "kysely";

/**
 * The id in a column that tells who did something, when it is one; automation stands there by its name. Ids are looked up as what they
 * are: comparing their text would walk through everybody for each row.
 */
const idIn = (column: string): RawBuilder<string | null> =>
  sql`case when pg_input_is_valid(${sql.ref(column)}, 'uuid') then ${sql.ref(column)}::uuid end`;

/** The name of the staff member or customer whose id stands in a column. */
export const nameOfPerson = (column: string): RawBuilder<string | null> => sql`coalesce(
  (select u.name from users u where u.id = ${idIn(column)}),
  (select c.name from contacts c where c.id = ${idIn(column)}))`;

/** The same, or the name of a partner's machine. */
export const nameOfCaller = (column: string): RawBuilder<string | null> => sql`coalesce(
  ${nameOfPerson(column)}, (select k.name from api_keys k where k.id = ${idIn(column)}))`;
