import { action } from "../../action.ts";
import { identity } from "../contract.ts";
import { sendSignInLink } from "../signIn/links.ts";
import { mayAdministerUsers } from "../users/userPolicy.ts";
import { lockUser } from "../users/userStore.ts";

/** Mails an invitation once more. */
export const inviteUser = action(identity.inviteUser, async (work, { userId }) => {
  work.authorize(mayAdministerUsers(work.actor));
  await lockUser(work.tx, userId);
  work.schedule(sendSignInLink({ userId, occasion: "invitation", returnTo: "/" }));
  work.note({ recordType: "user", recordId: userId });
  return { done: true } as const;
});
