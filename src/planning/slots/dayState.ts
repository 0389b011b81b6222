import { arrivalBy, latestLeave, unitsPerMinute } from "../travel/clock.ts";
import type { Legs } from "../travel/legs.ts";
import { type WorkClock, workClock } from "../travel/workClock.ts";
import type { StartWindow } from "./dayPart.ts";
import { type CrewDay, minutesAt, type Stop, stepTo } from "./route.ts";

/** A place between two stops: after how many of them, within which window, and the driving it adds. */
export interface Gap {
  position: number;
  window: StartWindow;
  /** In twentieths of a minute. */
  extra: number;
}

/**
 * A crew's day ready to be asked many times: for each stop when it is left and the latest arrival that keeps all after it
 * in time, on the day's clock, so that trying a place for one more takes no driving of the whole day.
 */
export class DayState {
  readonly day: CrewDay;
  readonly stops: readonly Stop[];
  private readonly legs: Legs;
  private readonly clock: WorkClock;
  /** Place 0 is the start, the last the end. */
  private readonly nodes: Int32Array;
  private readonly leaves: Int32Array;
  private readonly latest: Int32Array;
  private readonly leg: Int32Array;
  /** A day that went wrong already takes nothing more. */
  readonly isDrivable: boolean;
  readonly jobs: number;
  readonly chargers: number;
  /** Minutes of the day without lunch, and those of them that are neither work nor driving. */
  readonly hours: number;
  readonly free: number;
  /** All driving of the day, in twentieths of a minute. */
  readonly driven: number;

  constructor(day: CrewDay, legs: Legs, { reserve = 0, stops = day.stops } = {}) {
    this.day = day;
    this.stops = stops;
    this.legs = legs;
    this.clock = workClock(day.lunch, day.isWorkday);
    const last = stops.length + 1;
    this.nodes = new Int32Array(last + 1);
    this.nodes[0] = legs.node(day.depot);
    for (const [index, { place }] of stops.entries()) this.nodes[index + 1] = legs.node(place);
    this.nodes[last] = legs.node(day.end ?? day.depot);
    this.leg = new Int32Array(last);
    if (stops.length > 0)
      for (let at = 0; at < last; at += 1) this.leg[at] = legs.units(this.nodes[at]!, this.nodes[at + 1]!);
    this.leaves = new Int32Array(last);
    this.latest = new Int32Array(last + 1);
    this.isDrivable = this.forward() && this.backward(this.clock.at(day.ends) - reserve);
    this.jobs = stops.filter(({ isBreak }) => !isBreak).length;
    this.chargers = stops.reduce((sum, { chargers = 0 }) => sum + chargers, 0);
    this.driven = this.leg.reduce((sum, units) => sum + units, 0);
    const work = stops.reduce((sum, stop) => sum + minutesAt(this.clock, stop), 0);
    this.hours = this.clock.at(day.ends) - this.clock.at(day.starts);
    this.free = this.hours - work - this.driven / unitsPerMinute;
  }

  private forward(): boolean {
    const { clock, leaves } = this;
    leaves[0] = clock.at(this.day.starts);
    return this.stops.every((stop, index) => {
      const step = stepTo(clock, leaves[index]!, this.leg[index]!, stop);
      leaves[index + 1] = step.leaves;
      return step.start <= clock.at(stop.latest);
    });
  }

  private backward(until: number): boolean {
    const { clock, latest } = this;
    const last = this.stops.length + 1;
    latest[last] = until;
    for (let at = last - 1; at > 0; at -= 1) {
      const stop = this.stops[at - 1]!;
      const minutes = minutesAt(clock, stop);
      const leave = latestLeave(clock.driving, latest[at + 1]!, this.leg[at]!);
      latest[at] = Math.min(clock.at(stop.latest), leave - minutes);
      if (latest[at]! < this.leaves[at]! - minutes) return false;
    }
    return true;
  }

  /** Whether one visit more may be done by the crew's own limit, with as many chargers as it brings. */
  private hasRoom(chargers: number): boolean {
    const { maxJobs, capacity } = this.day;
    if (capacity != null && chargers > 0 && this.chargers + chargers > capacity) return false;
    return maxJobs == null || this.jobs < maxJobs;
  }

  /** The place that adds the least driving for work that begins within one of the windows. */
  cheapest(
    node: number,
    { minutes, chargers = 0 }: Pick<Stop, "minutes" | "chargers">,
    windows: readonly StartWindow[],
  ): Gap | null {
    if (!this.isDrivable || !this.hasRoom(chargers) || windows.length === 0) return null;
    const { clock } = this;
    let best: Gap | null = null;
    for (let position = 0; position <= this.stops.length; position += 1) {
      const there = this.legs.units(this.nodes[position]!, node);
      const on = this.legs.units(node, this.nodes[position + 1]!);
      const extra = there + on - this.leg[position]!;
      if (best && extra >= best.extra) continue;
      const arrives = arrivalBy(clock.driving, this.leaves[position]!, there);
      for (const window of windows) {
        const start = Math.max(arrives, clock.at(window.earliest));
        if (start > clock.at(window.latest)) continue;
        if (arrivalBy(clock.driving, start + minutes, on) > this.latest[position + 1]!) continue;
        best = { position, window, extra };
        break;
      }
    }
    return best;
  }

  /** The stops with one more at a place. */
  stopsWith(stop: Omit<Stop, "earliest" | "latest">, { position, window }: Gap): Stop[] {
    return this.stops.toSpliced(position, 0, { ...stop, ...window });
  }
}
