import { setTimeout } from "node:timers/promises";

/** How long a payer waits for the payment page. */
const patience = 15_000;

/** What is asked, or an error when it takes longer than a payer waits. */
export const withinPatience = async <T>(asked: Promise<T>, milliseconds = patience): Promise<T> => {
  const ended = new AbortController();
  const late = setTimeout(milliseconds, undefined, { signal: ended.signal }).then(() => {
    throw new Error(`The payment provider gave no answer within ${milliseconds / 1000} s`);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    ended.abort();
    late.catch(() => {});
  }
};
