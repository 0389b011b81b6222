/** Travel is counted in twentieths of a minute of free driving; a minute in the rush hour brings fewer of them. */
export const unitsPerMinute = 20;
const minutesKnown = 48 * 60;

/**
 * How far one gets: `progress[minute]` units of driving since midnight, and `clock[units]` the first minute by which so
 * many are done. Adding a leg to the progress and looking the minute up gives the arrival, so that whoever leaves later
 * never arrives earlier (Ichoua, Gendreau and Potvin, Eur. J. Oper. Res. 144, 2003, 379–396).
 */
export interface DrivingClock {
  progress: Int32Array;
  clock: Int32Array;
}

/** The clock of a day on which driving takes `factor` times as long within the given minutes. */
export const drivingClock = (
  rush: readonly (readonly [fromMinute: number, untilMinute: number])[],
  factor: number,
): DrivingClock => {
  const progress = new Int32Array(minutesKnown + 1);
  const slow = Math.round(unitsPerMinute / factor);
  for (let minute = 0; minute < minutesKnown; minute += 1) {
    const isRush = rush.some(([from, until]) => minute >= from && minute < until);
    progress[minute + 1] = progress[minute]! + (isRush ? slow : unitsPerMinute);
  }
  const clock = new Int32Array(progress[minutesKnown]! + 1);
  for (let minute = minutesKnown; minute > 0; minute -= 1)
    clock.fill(minute, progress[minute - 1]! + 1, progress[minute]! + 1);
  return { progress, clock };
};

/** The minute at which somebody arrives who leaves at a minute and has so many units to drive. */
export const arrivalBy = ({ progress, clock }: DrivingClock, leaves: number, units: number): number =>
  units === 0 ? leaves : (clock[progress[Math.max(0, leaves)]! + units] ?? minutesKnown);

/** The last minute at which somebody may leave who has so many units to drive and must be there by a minute. */
export const latestLeave = ({ progress, clock }: DrivingClock, by: number, units: number): number => {
  if (units === 0) return by;
  const left = (by < 0 ? 0 : progress[by]!) - units;
  if (left < 0) return -1;
  const minute = clock[left]!;
  return progress[minute]! > left ? minute - 1 : minute;
};
