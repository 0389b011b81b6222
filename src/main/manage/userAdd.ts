import { automation, insertUser, inTransaction, setPassword } from "#platform";
import { type Command, given, Misuse } from "./command.ts";
import { organizationNamed } from "./organizationNamed.ts";

const roles = ["admin", "manager", "internal", "external", "technician"] as const;
const shortest = 12;

/** Adds a person who can sign in. */
export const userAdd: Command = {
  name: "user add",
  does: "adds a person who can sign in",
  options: {
    email: { type: "string" },
    name: { type: "string" },
    role: { type: "string", default: "internal" },
    scope: { type: "string", multiple: true, default: [] },
    organization: { type: "string" },
    password: { type: "string" },
  },
  describe: {
    email: "mail address, with which the person signs in",
    name: "name",
    role: roles.join(", "),
    scope: "what the person may do, such as sales.orders; may be given several times",
    organization: "name of the partner an external works for",
    password: `at least ${shortest} characters; without one the person asks for a link by mail`,
  },
  required: ["email", "name"],
  async run(tools) {
    const role = roles.find((each) => each === tools.options.role);
    if (!role) throw new Misuse(`--role is one of ${roles.join(", ")}`);
    const email = given(tools, "email").toLowerCase();
    const password = tools.options.password as string | undefined;
    if (password !== undefined && password.length < shortest)
      throw new Misuse(`--password needs at least ${shortest} characters`);
    if (role === "external" && !tools.options.organization)
      throw new Misuse("--organization is needed for an external");
    const platform = await tools.platform();
    const id = await inTransaction(
      platform,
      { action: "manage user add", actor: automation("manage") },
      async (work) => {
        const name = tools.options.organization as string | undefined;
        const organizationId = name ? await organizationNamed(work.tx, name) : null;
        const scopes = tools.options.scope as string[];
        const userId = await insertUser(work, {
          email,
          name: given(tools, "name"),
          role,
          scopes,
          organizationId,
        });
        if (password) await setPassword(work, userId, password);
        work.note({ recordType: "user", recordId: userId, changes: { role, scopes } });
        return userId;
      },
    );
    return { text: `${email} can sign in as ${role}.`, data: { id, email, role } };
  },
};
