import type { Socket } from "node:net";
import pg from "pg";
import { forgetWhenStale, preparedName } from "./preparedNames.ts";
import { PreparedQuery } from "./preparedQuery.ts";

/** A statement that begins like this is the last of its transaction: the commit is sent along with it. */
export const thenCommit = "/* then commit */";

type Ask = (config: unknown, values?: unknown, callback?: unknown) => Promise<unknown>;

const empty = (command: string) => Promise.resolve({ command, rowCount: null, rows: [], fields: [] });

/**
 * A connection that goes to the server less often: `begin` waits for the first statement and travels with it, `commit`
 * travels with a last statement, what is asked in one go is sent in one go, and statements that return are prepared.
 */
export class FrugalClient extends pg.Client {
  #beginWaits = false;
  #committing: Promise<unknown> | undefined;

  override query = ((config: unknown, values?: unknown, callback?: unknown) => {
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
      const sent = this.#sendPrepared(config, values, callback);
      if (typeof config === "string" && config.startsWith(thenCommit)) {
        this.#committing = this.#send("commit");
        this.#committing.catch(() => undefined); // Whoever commits hears of it.
      }
      return sent;
    });
  }) as pg.Client["query"];

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
    const mayReturn = typeof config === "string" && Array.isArray(values) && values.length > 0;
    const name = mayReturn ? preparedName(config) : undefined;
    if (!name) return this.#send(config, values, callback);
    const query = new PreparedQuery({ name, text: config as string, values: values as unknown[] });
    // Whoever gave a callback hears of it there.
    if (callback) return this.#send(query, callback);
    const sent = new Promise((resolve, reject) => {
      void this.#send(query, (error: unknown, result: unknown) => (error ? reject(error) : resolve(result)));
    });
    sent.catch(forgetWhenStale);
    return sent;
  }
}
