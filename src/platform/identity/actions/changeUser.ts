import { action } from "../../action.ts";
import { identity, type Role } from "../contract.ts";
import { keepAnAdministrator, mayAdministerUsers, mayGrant, mayOpenEntities } from "../users/userPolicy.ts";
import { lockUser, oneChangeAtATime } from "../users/userStore.ts";

/** Changes an account; closing it, or taking rights away, ends what it had open at once. */
export const changeUser = action(identity.changeUser, async (work, { userId, ...changes }) => {
  const { tx, actor, now, services, authorize, note } = work;
  authorize(mayAdministerUsers(actor));
  await oneChangeAtATime(tx);
  const before = await lockUser(tx, userId);
  mayGrant(actor, { role: before.role as Role, scopes: [] });
  const after = { ...before, ...changes };
  mayGrant(actor, { role: after.role as Role, scopes: after.scopes });
  mayOpenEntities(actor, after.businessEntities);
  if (before.role === "admin" && before.active && (after.role !== "admin" || !after.active))
    await keepAnAdministrator(tx, userId);
  await tx
    .updateTable("users")
    .set({ ...changes, updatedAt: now })
    .where("id", "=", userId)
    .execute();
  if (!after.active) await tx.deleteFrom("sessions").where("userId", "=", userId).execute();
  services.identity.memory.forget();
  const { name, ...told } = changes;
  note({
    recordType: "user",
    recordId: userId,
    changes: {
      ...Object.fromEntries(
        Object.entries(told).map(([field, value]) => [field, [before[field as keyof typeof told], value]]),
      ),
      ...(name === undefined ? {} : { name: "changed" }),
    },
  });
  return { done: true } as const;
});
