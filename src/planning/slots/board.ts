import { keptLegs } from "../travel/legs.ts";
import type { DayPart } from "./dayPart.ts";
import { DayState, type Gap } from "./dayState.ts";
import { type Demand, partsFor, startWindows } from "./demand.ts";
import { covers } from "./insertion.ts";
import type { CrewDay } from "./route.ts";

/** A place for a visit on a crew's day. */
export interface Spot extends Gap {
  state: DayState;
  part: DayPart;
}

/** All crew-days, ready to be asked where a visit fits. */
export class Board {
  readonly legs;
  readonly states: readonly DayState[];
  private readonly reserve: number;

  constructor(days: readonly CrewDay[], reserve: number) {
    this.reserve = reserve;
    this.legs = keptLegs(days[0]?.travel);
    this.states = days.map((day) => new DayState(day, this.legs, { reserve }));
  }

  /** The day without one of its stops. */
  without({ day, stops }: DayState, visitId: string): DayState {
    return this.with(
      day,
      stops.filter((stop) => stop.visitId !== visitId),
    );
  }

  /** The day with other stops. */
  with(day: CrewDay, stops: DayState["stops"]): DayState {
    return new DayState(day, this.legs, { reserve: this.reserve, stops });
  }

  /** The cheapest place for a visit in a part of a crew's day. */
  spot(state: DayState, demand: Demand, part: DayPart): Spot | null {
    if (!covers(state.day, demand.skills)) return null;
    const windows = startWindows(demand, state.day.on, part);
    const gap = state.cheapest(this.legs.node(demand.place), demand, windows);
    return gap && { ...gap, state, part };
  }

  /** The cheapest place in any part of a crew's day that the visit allows. */
  anyPart(state: DayState, demand: Demand): Spot | null {
    if (state.free < demand.minutes) return null;
    let best: Spot | null = null;
    for (const part of partsFor(demand)) {
      const spot = this.spot(state, demand, part);
      if (spot && (!best || spot.extra < best.extra)) best = spot;
    }
    return best;
  }
}
