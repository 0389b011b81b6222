import { action } from "../../action.ts";
import { identity, type Role } from "../contract.ts";
import { mayAdministerUsers, mayGrant } from "../users/userPolicy.ts";
import { lockUser } from "../users/userStore.ts";

/** Takes away an authenticator app and passkeys that were lost, and ends every session of the account. */
export const resetSecondFactor = action(identity.resetSecondFactor, async (work, { userId }) => {
  const { tx, actor, services, authorize, note } = work;
  authorize(mayAdministerUsers(actor));
  const user = await lockUser(tx, userId);
  mayGrant(actor, { role: user.role as Role, scopes: [] });
  await tx.deleteFrom("secondFactors").where("userId", "=", userId).execute();
  await tx.deleteFrom("passkeys").where("userId", "=", userId).execute();
  await tx.deleteFrom("sessions").where("userId", "=", userId).execute();
  services.identity.memory.forget();
  note({ recordType: "user", recordId: userId });
  return { done: true } as const;
});
