import pg from "pg";

/** Our hold on a running server: as long as someone holds it, it stays. */
export type Share = {
  /** Lets go. Answers true when nobody else holds the server, which may then be stopped; "lost" when it fell down under us. */
  letGo(): Promise<boolean | "lost">;
};

/** Any number will do, as long as everybody uses the same. */
const hold = 20_180_514;

/**
 * Takes a share in the server by a lock that ends with our connection, so it also ends when we are
 * killed. Several programs on one folder (the platform, a command, two test runs) thus share one server,
 * and the last one out stops it.
 */
export async function takeShare(maintenanceUrl: string): Promise<Share> {
  const client = new pg.Client({ connectionString: maintenanceUrl, keepAlive: true });
  client.on("error", () => {}); // The server went first; there is nothing left to let go.
  await client.connect();
  await client.query("select pg_advisory_lock_shared($1)", [hold]);
  return { letGo: () => letGoOf(client) };
}

/** Lets go, also of a server that fell down and got up again, which forgot who held it. True when it may be stopped. */
export async function letGo(share: Share, maintenanceUrl: string): Promise<boolean> {
  const last = await share.letGo();
  if (last !== "lost") return last;
  try {
    return (await (await takeShare(maintenanceUrl)).letGo()) === true;
  } catch (problem) {
    // It lets nobody in, so nobody uses it; unless it is full of those who do.
    return (problem as pg.DatabaseError).code !== "53300";
  }
}

/**
 * When we are the last, our connection stays and closes the door: whoever comes now waits at the lock until
 * the server is gone, and then starts it anew.
 */
async function letGoOf(client: pg.Client): Promise<boolean | "lost"> {
  try {
    await client.query("select pg_advisory_unlock_shared($1)", [hold]);
    const answer = await client.query<{ last: boolean }>("select pg_try_advisory_lock($1) as last", [hold]);
    const last = answer.rows[0]?.last ?? false;
    if (!last) await client.end();
    return last;
  } catch {
    return "lost";
  }
}

/** Makes the database on first use; two starts at once may both try. */
export async function makeDatabase(maintenanceUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (problem) {
    if (!["42P04", "23505"].includes((problem as pg.DatabaseError).code ?? "")) throw problem;
  } finally {
    await client.end();
  }
}
