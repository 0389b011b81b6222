import { sql } from "kysely";
import { query } from "../../action.ts";
import { pageByKeyset } from "../../listing.ts";
import { identity } from "../contract.ts";
import { mayAdministerUsers } from "../users/userPolicy.ts";

/** People with an account. */
export const users = query(
  identity.users,
  async ({ db, actor, authorize }, { search, role, active, organizationId, ...paging }) => {
    authorize(mayAdministerUsers(actor));
    let select = db
      .selectFrom("users as u")
      .select(["u.id", "u.name", "u.email", "u.role", "u.scopes", "u.organizationId", "u.contactId"])
      .select(["u.mechanicId", "u.businessEntities", "u.language", "u.active", "u.createdAt"])
      .select(({ exists, selectFrom }) => [
        exists(
          selectFrom("secondFactors as f")
            .select("f.userId")
            .whereRef("f.userId", "=", "u.id")
            .where("f.confirmedAt", "is not", null),
        )
          .$castTo<boolean>()
          .as("secondFactor"),
        sql<string | null>`(select max(updated_at) from sessions where user_id = u.id)`.as("lastSeenAt"),
      ]);
    if (search) {
      const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
      select = select.where((where) =>
        where.or([
          where(sql`plain(u.name)`, "like", sql`plain(${like})`),
          where("u.email", "like", like.toLowerCase()),
        ]),
      );
    }
    if (role) select = select.where("u.role", "=", role);
    if (active !== undefined) select = select.where("u.active", "=", active);
    if (organizationId) select = select.where("u.organizationId", "=", organizationId);
    return pageByKeyset(select, paging, {
      columns: { name: sql.ref("u.name"), createdAt: sql.ref("u.createdAt") },
      id: sql.ref("u.id"),
    });
  },
);
