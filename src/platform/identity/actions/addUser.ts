import { action } from "../../action.ts";
import { identity } from "../contract.ts";
import { sendSignInLink } from "../signIn/links.ts";
import { mayAdministerUsers, mayGrant, mayOpenEntities } from "../users/userPolicy.ts";
import { insertUser } from "../users/userStore.ts";

/** Gives somebody an account and mails an invitation with a link to sign in. */
export const addUser = action(identity.addUser, async (work, input) => {
  work.authorize(mayAdministerUsers(work.actor));
  mayGrant(work.actor, input);
  mayOpenEntities(work.actor, input.businessEntities);
  const id = await insertUser(work, input);
  work.schedule(sendSignInLink({ userId: id, occasion: "invitation", returnTo: "/" }));
  const { role, scopes, organizationId, businessEntities } = input;
  work.note({
    recordType: "user",
    recordId: id,
    changes: { role, scopes, organizationId, businessEntities },
  });
  return { id };
});
