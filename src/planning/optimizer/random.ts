/** Repeatable random numbers; the same seed gives the same row on every machine. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `n`. */
  below(n: number): number;
}

/** Small fast counting generator of 32 bits (sfc32 of the PractRand suite). */
export const randomFrom = (seed: number): Random => {
  let a = 0x9e3779b9 | 0;
  let b = 0x243f6a88 | 0;
  let c = seed | 0;
  let count = 1;
  const draw = () => {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round += 1) draw();
  return {
    next: () => draw() / 4_294_967_296,
    below: (n) => Math.floor((draw() / 4_294_967_296) * n),
  };
};
