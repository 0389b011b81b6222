import pg from "pg";

const channel = "chargecars_events";
const mostIds = 150;
const coalesceMilliseconds = 10;

export interface Notifier {
  /** Tells all processes that these events were committed; soon after, several at once. */
  push(eventIds: readonly number[]): void;
  close(): Promise<void>;
}

/**
 * Announces commits to every process over one connection of its own. NOTIFY inside the writing transactions would make
 * them wait for one global lock; here it comes after the commit and bundles what happened within ten milliseconds.
 */
export const startNotifier = async (
  url: string,
  heard: (eventIds: number[]) => void,
  onError: (error: unknown) => void,
): Promise<Notifier> => {
  let waiting: number[] = [];
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let client: pg.Client;

  const connect = async () => {
    client = new pg.Client({ connectionString: url, application_name: "chargecars live" });
    client.on("error", onError);
    client.on("end", () => {
      if (!closed) setTimeout(() => void connect().catch(onError), 1000);
    });
    client.on("notification", ({ payload }) => heard((payload ?? "").split(",").filter(Boolean).map(Number)));
    await client.connect();
    await client.query(`listen ${channel}`);
  };
  const soon = () => {
    timer ??= setTimeout(() => void flush(), coalesceMilliseconds);
  };
  /** One after the other: until the line is free again, what comes in the meantime waits for the next. */
  const flush = async () => {
    const ids = waiting.splice(0, mostIds);
    await client.query("select pg_notify($1, $2)", [channel, ids.join(",")]).catch((error) => {
      if (!closed) onError(error); // Whoever goes home need not hear that the line went dead.
    });
    timer = undefined;
    if (waiting.length > 0) soon();
  };

  await connect();
  return {
    push(eventIds) {
      waiting.push(...eventIds);
      soon();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      waiting = [];
      await client.end();
    },
  };
};
