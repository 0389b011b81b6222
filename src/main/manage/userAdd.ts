import { automation, insertUser, inTransaction, setPassword, type Tx } from "#platform";
import { identity } from "#platform/identity/contract";
import { type Command, given, Misuse, type Tools } from "./command.ts";
import { organizationNamed } from "./organizationNamed.ts";

const roles = ["admin", "manager", "internal", "external", "technician"] as const;
const shortest = 12;

const isThere = (tx: Tx, email: string) =>
  tx.selectFrom("users").select("id").where("email", "=", email).executeTakeFirst();

const optionOf: Readonly<Record<string, string>> = { scopes: "scope" };

/** Who is added, as the settings screen takes it; all that is wrong is told at once. */
const checked = (tools: Tools) => {
  const { role, scope, password, organization } = tools.options;
  const { data, error } = identity.addUser.body.safeParse({
    email: given(tools, "email"),
    name: given(tools, "name"),
    role,
    scopes: scope,
  });
  const wrong = (error?.issues ?? []).map(({ path, message }) => {
    const [field = "", place] = path.map(String);
    const value = place === undefined ? "" : ` "${String((scope as string[])[Number(place)])}"`;
    return field === "role"
      ? `--role is one of ${roles.join(", ")}`
      : `--${optionOf[field] ?? field}${value}: ${message}`;
  });
  if (typeof password === "string" && password.length < shortest)
    wrong.push(`--password needs at least ${shortest} characters`);
  if (role === "external" && !organization) wrong.push("--organization is needed for an external");
  if (!data || wrong.length > 0) throw new Misuse(wrong.join("\n"));
  return { ...data, password: password as string | undefined };
};

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
    const { email, name, role, scopes, password } = checked(tools);
    const platform = await tools.platform();
    const id = await inTransaction(
      platform,
      { action: "manage user add", actor: automation("manage") },
      async (work) => {
        const partner = tools.options.organization as string | undefined;
        const organizationId = partner ? await organizationNamed(work.tx, partner) : null;
        const user = { email, name, role, scopes, organizationId };
        if (await isThere(work.tx, email)) throw new Misuse(`${email} has an account already.`);
        const userId = await insertUser(work, user);
        if (password) await setPassword(work, userId, password);
        work.note({ recordType: "user", recordId: userId, changes: { role, scopes } });
        return userId;
      },
    );
    return { text: `${email} can sign in as ${role}.`, data: { id, email, role } };
  },
};
