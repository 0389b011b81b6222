import { onlineManager } from "@tanstack/react-query";
import { Problem } from "#platform/contract";
import { newId } from "../../../api/newId.ts";

const tries = 3;

/** The server was not reached, so asking again may help. */
export const isUnreached = (error: unknown): boolean =>
  error instanceof Problem && (error.status === 0 || error.status >= 502);

const connected = () =>
  new Promise<void>((resolve) => {
    if (onlineManager.isOnline()) return resolve();
    const stop = onlineManager.subscribe((isOnline) => {
      if (!isOnline) return;
      stop();
      resolve();
    });
  });

/**
 * A write that a lost connection does not lose: it waits until there is one, as the bar above the page says, and goes with the
 * same key again, so that it happens once.
 */
export const surely = async <T>(write: (idempotencyKey: string) => Promise<T>): Promise<T> => {
  const key = newId();
  for (let attempt = 1; ; attempt += 1) {
    await connected();
    try {
      return await write(key);
    } catch (error) {
      if (!isUnreached(error)) throw error;
      if (!onlineManager.isOnline()) attempt = 0;
      else if (attempt === tries) throw error;
      else await new Promise((resolve) => setTimeout(resolve, 400 * attempt));
    }
  }
};
