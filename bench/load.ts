export interface Figures {
  perSecond: number;
  p50: number;
  p99: number;
  count: number;
}

/** The value below which a share of all values lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const rounded = (value: number) => Math.round(value * 100) / 100;

/**
 * Runs `once` on every worker, one after the other, until the time is over; what happens while warming up does not count.
 * Times are in milliseconds.
 */
export const load = async (
  workers: readonly ((turn: number) => Promise<unknown>)[],
  { seconds, warmUp = 1 }: { seconds: number; warmUp?: number },
): Promise<Figures> => {
  const times: number[] = [];
  const from = performance.now() + warmUp * 1000;
  const until = from + seconds * 1000;
  let turn = 0;
  await Promise.all(
    workers.map(async (once) => {
      for (let began = performance.now(); began < until; began = performance.now()) {
        await once((turn += 1));
        if (began >= from) times.push(performance.now() - began);
      }
    }),
  );
  const sorted = Float64Array.from(times).toSorted();
  const list = [...sorted];
  return {
    perSecond: Math.round(times.length / seconds),
    p50: rounded(quantile(list, 0.5)),
    p99: rounded(quantile(list, 0.99)),
    count: times.length,
  };
};
