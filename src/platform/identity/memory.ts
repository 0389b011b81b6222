/** Answers kept for a few seconds, so that a burst of requests of one caller asks the database once. */
export interface ShortMemory {
  recall<T>(key: string, seconds: number, ask: () => Promise<T>): Promise<T>;
  /** Forgets everything, and remembers nothing until the transaction that asks for it has surely ended. */
  forget(): void;
}

const mostKept = 10_000;
const blindMilliseconds = 2_000;

export const shortMemory = (): ShortMemory => {
  const kept = new Map<string, { until: number; answer: Promise<unknown> }>();
  let blindUntil = 0;
  return {
    async recall<T>(key: string, seconds: number, ask: () => Promise<T>) {
      const now = performance.now();
      if (now < blindUntil) return ask();
      const known = kept.get(key);
      if (known && now < known.until) return known.answer as Promise<T>;
      if (kept.size >= mostKept) kept.clear();
      const answer = ask();
      kept.set(key, { until: now + seconds * 1000, answer });
      answer.catch(() => kept.delete(key));
      return answer;
    },
    forget() {
      kept.clear();
      blindUntil = performance.now() + blindMilliseconds;
    },
  };
};
