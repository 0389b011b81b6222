import type { Socket } from "node:net";
import type { PostgresPoolClient } from "kysely";
import pg from "pg";
import { statementName } from "../tracing/statementName.ts";
import { theTracer, traced } from "../tracing/traced.ts";
import { forgetWhenStale, onePlan, preparedName } from "./preparedNames.ts";
import { OurQuery, PreparedQuery } from "./preparedQuery.ts";

/** A statement that begins like this is the last of its transaction: the commit is sent along with it. */
export const thenCommit = "/* then commit */";

/** Under which name a statement is prepared; text without values is sent as it is, for it may be several. */
const nameFor = (text: string, values: unknown) =>
  Array.isArray(values) && (values.length > 0 || text.startsWith(onePlan)) ? preparedName(text) : undefined;

const told = <T>(text: string, sends: () => Promise<T>): Promise<T> =>
  theTracer() ? traced(statementName(text), sends) : sends();

type Ask = (config: unknown, values?: unknown, callback?: unknown) => Promise<unknown>;

const empty = (command: string) => Promise.resolve({ command, rowCount: null, rows: [], fields: [] });

/**
 * A connection that goes to the server less often: `begin` waits for the first statement and travels with it, `commit`
 * travels with a last statement, what is asked in one go is sent in one go, and statements that return are prepared.
 */
export class FrugalClient extends pg.Client {
  #beginWaits = false;
  #committing: Promise<unknown> | undefined;

  override query = ((config: unknown, values?: unknown, callback?: unknown) =>
    this.#frugally(config, () =>
      callback || typeof config !== "string"
        ? this.#sendPrepared(config, values, callback)
        : told(config, () => this.#sendPrepared(config, values, callback)),
    )) as pg.Client["query"];

  /** Asks as `query` does, and gives rows whose columns are spelled our way. */
  ask(text: string, values: unknown[]): Promise<pg.QueryResult> {
    const asked = () => this.#sendOurs({ name: nameFor(text, values), text, values });
    return this.#frugally(text, () => told(text, asked)) as Promise<pg.QueryResult>;
  }

  #frugally(config: unknown, sends: () => Promise<unknown>): Promise<unknown> {
    if (config === "begin") {
      this.#beginWaits = true;
      return empty("BEGIN");
    }
    if (config === "commit" || config === "rollback") {
      const ended = this.#ended(config);
      if (ended) return ended;
    }
    return this.#inOneGo(() => {
      if (this.#beginWaits) {
        this.#beginWaits = false;
        this.#send("begin").catch(() => undefined); // What follows on this connection fails too, and tells.
      }
      const sent = sends();
      if (typeof config === "string" && config.startsWith(thenCommit)) {
        this.#committing = this.#send("commit");
        this.#committing.catch(() => undefined); // Whoever commits hears of it.
      }
      return sent;
    });
  }

  /** A transaction that never began needs no end, and one whose commit is under way has one. */
  #ended(how: string): Promise<unknown> | undefined {
    const committing = this.#committing;
    this.#committing = undefined;
    if (committing) return committing;
    if (!this.#beginWaits) return undefined;
    this.#beginWaits = false;
    return empty(how.toUpperCase());
  }

  /** Holds what is written until everybody who is ready has asked. */
  #inOneGo<T>(sends: () => T): T {
    const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
    return sends();
  }

  #send(...given: Parameters<Ask>) {
    return (pg.Client.prototype.query as unknown as Ask).apply(this, given);
  }

  #sendPrepared(config: unknown, values: unknown, callback: unknown) {
    const name = typeof config === "string" ? nameFor(config, values) : undefined;
    if (!name) return this.#send(config, values, callback);
    const query = new PreparedQuery({ name, text: config as string, values: values as unknown[] });
    // Whoever gave a callback hears of it there.
    return callback ? this.#send(query, callback) : this.#answerOf(query);
  }

  #sendOurs({ name, text, values }: { name: string | undefined; text: string; values: unknown[] }) {
    return this.#answerOf(new OurQuery({ name, text, values }));
  }

  #answerOf(query: PreparedQuery): Promise<unknown> {
    const sent = new Promise((resolve, reject) => {
      void this.#send(query, (error: unknown, result: unknown) => (error ? reject(error) : resolve(result)));
    });
    sent.catch(forgetWhenStale);
    return sent;
  }
}

/** What Kysely takes for a pool: its connections answer with columns spelled our way. */
export const ourPool = (pool: pg.Pool) => {
  const ours = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      const known = ours.get(client);
      if (known) return known;
      const made = {
        query: (text: string, values: unknown[]) => (client as unknown as FrugalClient).ask(text, values),
        release: (broken?: boolean) => client.release(broken),
      } as unknown as PostgresPoolClient;
      ours.set(client, made);
      return made;
    },
    end: () => pool.end(),
  };
};
