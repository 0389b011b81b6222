import type { Board, Spot } from "./board.ts";
import type { DayPart } from "./dayPart.ts";
import type { DayState } from "./dayState.ts";
import type { Demand } from "./demand.ts";
import { covers } from "./insertion.ts";
import type { Stop } from "./route.ts";

/** A place that comes free when one visit, of which nobody was told yet, goes elsewhere. */
export interface Room {
  /** Where the new visit goes, on the day without the one that moves. */
  spot: Spot;
  moved: Demand;
  /** Where the one that moves goes; on the same day, then with the new visit on it. */
  to: Spot;
  /** Driving added by all of it together, in twentieths of a minute. */
  extra: number;
}

type Movable = Stop & { movable: Demand };
const isMovable = (stop: Stop): stop is Movable => stop.movable !== undefined;

/** Finds room by moving one visit; where a visit could go elsewhere is worked out once. */
export class RoomMaker {
  private readonly board: Board;
  private readonly elsewhere = new Map<string, Spot | null>();
  private readonly lighter = new Map<string, DayState>();

  constructor(board: Board) {
    this.board = board;
  }

  /** The cheapest way to make room for a visit in a part of a crew's day by moving one other, or none. */
  roomFor(state: DayState, demand: Demand, part: DayPart): Room | null {
    if (!covers(state.day, demand.skills)) return null;
    let best: Room | null = null;
    for (const stop of state.stops.filter(isMovable)) {
      if (stop.minutes + state.free < demand.minutes) continue;
      const without = this.withoutStop(state, stop.visitId);
      const spot = this.board.spot(without, demand, part);
      if (!spot) continue;
      const saved = without.driven - state.driven;
      if (best && spot.extra + saved >= best.extra) continue;
      const to = this.newPlace(state, stop, demand, spot);
      const extra = to ? saved + spot.extra + to.extra : 0;
      if (to && (!best || extra < best.extra)) best = { spot, moved: stop.movable, to, extra };
    }
    return best;
  }

  /** On the same day beside the new visit when that is cheapest, else with another crew or on another day. */
  private newPlace(state: DayState, stop: Movable, demand: Demand, spot: Spot): Spot | null {
    const { board } = this;
    const crowded = board.with(state.day, spot.state.stopsWith(demand, spot));
    const same = board.anyPart(crowded, stop.movable);
    const other = this.placeElsewhere(state, stop);
    if (!same || !other) return same ?? other;
    return same.extra <= other.extra ? same : other;
  }

  private placeElsewhere(state: DayState, { visitId, movable }: Movable): Spot | null {
    const known = this.elsewhere.get(visitId);
    if (known !== undefined) return known;
    let best: Spot | null = null;
    for (const each of this.board.states) {
      if (each.day.crewId === state.day.crewId) continue;
      const spot = this.board.anyPart(each, movable);
      if (spot && (!best || spot.extra < best.extra)) best = spot;
    }
    this.elsewhere.set(visitId, best);
    return best;
  }

  private withoutStop(state: DayState, visitId: string): DayState {
    const known = this.lighter.get(visitId);
    if (known) return known;
    const without = this.board.without(state, visitId);
    this.lighter.set(visitId, without);
    return without;
  }
}
