import { builtInRoads, type Point, type Travel } from "./model.ts";

/** Driving between places, each pair worked out once, when it is first asked. */
export class Legs {
  private readonly points: Point[] = [];
  private readonly indexOf = new Map<string, number>();
  private known = new Int32Array(0);
  private room = 0;
  readonly travel: Travel;

  constructor(travel: Travel = builtInRoads) {
    this.travel = travel;
  }

  /** The number of a place; the same place has the same number. */
  node(point: Point): number {
    const key = `${point.latitude},${point.longitude}`;
    const found = this.indexOf.get(key);
    if (found !== undefined) return found;
    this.indexOf.set(key, this.points.length);
    return this.points.push(point) - 1;
  }

  /** Free driving from one place to another, in twentieths of a minute. */
  units(from: number, to: number): number {
    if (from >= this.room || to >= this.room) this.grow();
    const pair = from * this.room + to;
    const before = this.known[pair]!;
    if (before > 0) return before - 1;
    const units = this.travel.units(this.points[from]!, this.points[to]!);
    this.known[pair] = units + 1;
    return units;
  }

  get places(): number {
    return this.points.length;
  }

  private grow() {
    const { room, known } = this;
    this.room = Math.max(256, 2 * room, this.points.length);
    this.known = new Int32Array(this.room * this.room);
    for (let from = 0; from < room; from += 1)
      this.known.set(known.subarray(from * room, (from + 1) * room), from * this.room);
  }
}

const mostPlaces = 1500;
let kept = new Legs();

/** Legs that are kept from one question to the next, because most places are the same; forgotten when there are many. */
export const keptLegs = (travel: Travel = builtInRoads): Legs => {
  if (kept.places > mostPlaces || kept.travel !== travel) kept = new Legs(travel);
  return kept;
};
