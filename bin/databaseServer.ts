import pg from "pg";
import { SetupProblem } from "./setupProblem.ts";

const refusals: Record<string, string> = {
  "28P01": "the server refuses this user and password",
  "28000": "the server refuses this user",
  "3D000": "this database does not exist on the server",
  "53300": "the server has no connection left",
  ENOTFOUND: "this host does not exist",
  EAI_AGAIN: "this host cannot be looked up now",
  ECONNREFUSED: "no server answers there",
  EHOSTUNREACH: "this host cannot be reached",
  ETIMEDOUT: "no server answers there in time",
};

/** Tries the server a person named, so that a wrong `DATABASE_URL` is told at once and in one line. */
export async function checkServer(url: string): Promise<void> {
  const at = addressIn(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    const version = Math.floor(Number(rows[0]?.version) / 10_000);
    if (version < 18)
      throw new SetupProblem(`DATABASE_URL (${at}): PostgreSQL 18 is needed, this is ${version}.`);
  } catch (problem) {
    if (problem instanceof SetupProblem) throw problem;
    const { code, message } = problem as Error & { code?: string };
    throw new SetupProblem(`DATABASE_URL (${at}): ${refusalOf(code, message)}.`);
  } finally {
    await client.end().catch(() => {});
  }
}

function refusalOf(code = "", message = ""): string {
  // What listens there is no PostgreSQL, or a very busy one.
  if (message === "timeout expired") return "no PostgreSQL answers there in time";
  return refusals[code] ?? (message || "no server answers there");
}

/** Host, port and database, without the password. */
function addressIn(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    if (/^postgres(ql)?:$/.test(protocol)) return `${host}${pathname}`;
  } catch {}
  throw new SetupProblem(
    "DATABASE_URL is not an address such as postgres://user:password@host:5432/chargecars.",
  );
}
