import { automation, identity, runAction } from "#platform";
import { type Command, given } from "./command.ts";
import { organizationNamed } from "./organizationNamed.ts";

const createKey = () => {
  const route = identity.routes.find(({ endpoint }) => endpoint.name === "identity.createApiKey");
  if (route?.type !== "action") throw new Error("identity.createApiKey is missing");
  return route;
};

/** Makes a key for a partner's machine and prints its secret, once. */
export const apiKeyAdd: Command = {
  name: "api-key add",
  does: "makes a key for a partner's machine and prints it once",
  options: {
    organization: { type: "string" },
    scope: { type: "string", multiple: true, default: ["api.access"] },
    kind: { type: "string", default: "api_key" },
    name: { type: "string", default: "made with manage" },
  },
  describe: {
    organization: "name or key of the partner",
    scope: "what the key may do; api.access delivers and follows orders",
    kind: "how it is shown: api_key, basic, form_token, hmac or oauth2",
    name: "what the key is for",
  },
  required: ["organization"],
  async run(tools) {
    const platform = await tools.platform();
    const { db } = platform.database;
    const organizationId = await organizationNamed(db, given(tools, "organization"));
    const { scope: scopes, kind, name } = tools.options;
    const { body } = await runAction(platform, createKey(), {
      actor: automation("manage"),
      input: { organizationId, name, kind, scopes },
    });
    const { id, key } = body as { id: string; key: string };
    return {
      text: `Key ${id}\n${key}\nKeep it now: it is not shown again.`,
      data: { id, key, organizationId },
    };
  },
};
