import { automation, identity, type Platform, runAction } from "#platform";
import { demoPassword, demoUsers } from "../src/main/demo/index.ts";
import type { Ground } from "./cases.ts";
import { Connection } from "./httpClient.ts";

/** Signs a demo person in and gives the cookie. */
export const signIn = async (port: number, email: string): Promise<string> => {
  const connection = await Connection.open(port);
  const { status, headers } = await connection.ask({
    method: "POST",
    path: "/api/v1/identity/sign-in",
    headers: {},
    body: { email, password: demoPassword },
  });
  connection.close();
  const cookie = /^set-cookie: ([^;]+)/im.exec(headers)?.[1];
  if (status !== 200 || !cookie) throw new Error(`Signing in as ${email} gave ${status}`);
  return cookie;
};

const makeKey = async (platform: Platform): Promise<string> => {
  const route = identity.routes.find(({ endpoint }) => endpoint.name === "identity.createApiKey");
  if (route?.type !== "action") throw new Error("identity.createApiKey is missing");
  const { id: organizationId } = await platform.database.db
    .selectFrom("organizations")
    .select("id")
    .where("reference", "=", "zonneweide")
    .executeTakeFirstOrThrow();
  const input = { organizationId, name: "bench", kind: "api_key", scopes: ["api.access"] };
  const { body } = await runAction(platform, route, { actor: automation("bench"), input });
  return (body as { key: string }).key;
};

/** Who asks, and about which orders: taken evenly from all of them. */
export const prepareGround = async (platform: Platform, port: number): Promise<Ground> => {
  const { rows } = await platform.database.pool.query<{ id: string }>(
    "select id from (select id, row_number() over (order by created_at) as place, count(*) over () as many from orders) o where place % greatest(many / 2000, 1) = 0",
  );
  const planner = demoUsers.find(({ role }) => role === "admin")!;
  return {
    cookie: await signIn(port, planner.email),
    key: await makeKey(platform),
    orderIds: rows.map(({ id }) => id),
  };
};

/** Waits until the listeners of what was measured have done their work, so that they do not weigh on what comes next. */
export const untilQuiet = async ({ database }: Platform): Promise<void> => {
  for (const end = Date.now() + 120_000; Date.now() < end; await new Promise((go) => setTimeout(go, 300))) {
    const { rows } = await database.pool.query<{ due: boolean }>(
      "select exists (select from jobs where status = 'waiting' and run_at <= now()) as due",
    );
    if (!rows[0]?.due) return;
  }
};
