/** How much of a week is expected, and how that was found. */
export interface Forecast {
  method: "none" | "smoothing" | "croston";
  /** Of an ordinary week. */
  level: number;
  /** Times the level, by month (0 is January); all one while less than two years are known. */
  season: readonly number[];
}

const alpha = 0.3;
const intermittentFrom = 0.3;
const fewestForSeason = 104;
/** A month's own figure weighs as much as the ordinary one after so many weeks. */
const seasonHolding = 8;

const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Simple exponential smoothing (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 8.1). */
const smoothed = (values: readonly number[]): number => {
  let level = mean(values.slice(0, 8));
  for (const value of values) level += alpha * (value - level);
  return level;
};

/**
 * For weeks that are often empty: size and interval smoothed apart (Croston, Oper. Res. Q. 23, 1972, 289–303) with the
 * correction of Syntetos and Boylan (Int. J. Forecasting 21, 2005, 303–314), without which the figure is too high.
 */
const croston = (values: readonly number[]): number => {
  let size = 0;
  let interval = 1;
  let waited = 0;
  for (const value of values) {
    waited += 1;
    if (value === 0) continue;
    size = size === 0 ? value : size + alpha * (value - size);
    interval = interval === 1 && size === value ? waited : interval + alpha * (waited - interval);
    waited = 0;
  }
  return size === 0 ? 0 : (1 - alpha / 2) * (size / Math.max(1, interval));
};

const flat = Array.from({ length: 12 }, () => 1);

const seasonOf = (values: readonly number[], months: readonly number[]): readonly number[] => {
  const all = mean(values);
  if (values.length < fewestForSeason || all === 0) return flat;
  return flat.map((_, month) => {
    const own = values.filter((_value, index) => months[index] === month);
    return (own.length * (mean(own) / all) + seasonHolding) / (own.length + seasonHolding);
  });
};

/**
 * What an ordinary week brings, from the weeks before it, oldest first, with the month of each. With two years or more a
 * month's own share is taken out first and put on again.
 */
export const forecast = (values: readonly number[], months: readonly number[]): Forecast => {
  if (values.every((value) => value === 0)) return { method: "none", level: 0, season: flat };
  const season = seasonOf(values, months);
  const calm = values.map((value, index) => value / season[months[index]!]!);
  const empty = values.filter((value) => value === 0).length / values.length;
  const method = empty >= intermittentFrom ? "croston" : "smoothing";
  return { method, level: method === "croston" ? croston(calm) : smoothed(calm), season };
};
