import { type Point, roadUnits } from "./travel.ts";

/** Driving between places, each pair worked out once, when it is first asked. */
export class Legs {
  private readonly points: Point[] = [];
  private readonly indexOf = new Map<string, number>();
  private known = new Int32Array(0);
  private room = 0;

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
    const pair = from < to ? from * this.room + to : to * this.room + from;
    const before = this.known[pair]!;
    if (before > 0) return before - 1;
    const units = roadUnits(this.points[from]!, this.points[to]!);
    this.known[pair] = units + 1;
    return units;
  }

  private grow() {
    this.room = this.points.length + 16;
    this.known = new Int32Array(this.room * this.room);
  }
}
