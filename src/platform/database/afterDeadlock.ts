import { setTimeout as pause } from "node:timers/promises";

/** What PostgreSQL says when a transaction was given up so that another could go on. */
const givenUp = new Set(["40P01", "40001"]);
const most = 4;

export const isGivenUp = (error: unknown) => givenUp.has((error as { code?: string } | null)?.code ?? "");

/**
 * Does a transaction, and does it again when PostgreSQL gave it up for another: two people who take the same things in
 * another order both get an answer. For what leaves nothing behind when it is given up.
 */
export const afterDeadlock = async <T>(does: () => Promise<T>, times = 1): Promise<T> => {
  try {
    return await does();
  } catch (error) {
    if (times >= most || !isGivenUp(error)) throw error;
    await pause(Math.random() * 20 * times);
    return afterDeadlock(does, times + 1);
  }
};
