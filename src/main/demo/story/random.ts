/** A small repeatable generator of random numbers (mulberry32): the same seed gives the same company. */
export const randomFrom = (seed: number) => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** Between 0 and 1. */
    next,
    chance: (probability: number) => next() < probability,
    /** A whole number, both ends included. */
    between: (from: number, until: number) => from + Math.floor(next() * (until - from + 1)),
    pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!,
  };
};

export type Random = ReturnType<typeof randomFrom>;
