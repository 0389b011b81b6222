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

export interface Workers {
  /** Each does one thing after the other; `turn` differs every time. */
  workers: readonly ((turn: number) => Promise<unknown>)[];
  close(): void | Promise<unknown>;
}

let turn = 0;

/** Keeps all workers busy for a while and gives how long each thing took, in milliseconds; warming up does not count. */
const busy = async ({ workers }: Workers, seconds: number, warmUp = 0.5): Promise<number[]> => {
  const times: number[] = [];
  const from = performance.now() + warmUp * 1000;
  const until = from + seconds * 1000;
  await Promise.all(
    workers.map(async (once) => {
      for (let began = performance.now(); began < until; began = performance.now()) {
        await once((turn += 1));
        if (began >= from) times.push(performance.now() - began);
      }
    }),
  );
  return times;
};

const figuresOf = (times: readonly number[], seconds: number): Figures => {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    perSecond: Math.round(times.length / seconds),
    p50: rounded(quantile(sorted, 0.5)),
    p99: rounded(quantile(sorted, 0.99)),
    count: times.length,
  };
};

/**
 * Measures several ways of doing the same by turns, so that whatever else the machine does weighs on all of them alike.
 * Gives the figures in the order of the ways.
 */
export const compare = async (
  ways: readonly Workers[],
  { seconds, rounds = 3, between }: { seconds: number; rounds?: number; between: () => Promise<void> },
): Promise<Figures[]> => {
  const times = ways.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, way] of ways.entries()) {
      await between();
      times[index]!.push(...(await busy(way, seconds / rounds)));
    }
  for (const way of ways) await way.close();
  return times.map((each) => figuresOf(each, seconds));
};
