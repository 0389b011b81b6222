import { unitsPerMinute } from "../travel/clock.ts";
import { Board, type Spot } from "./board.ts";
import { type DayPart } from "./dayPart.ts";
import type { DayState } from "./dayState.ts";
import { type Demand, partsFor } from "./demand.ts";
import { covers, type Insertion, minutesOf } from "./insertion.ts";
import { type Room, RoomMaker } from "./makeRoom.ts";
import { type CrewDay, type Route, routeOf } from "./route.ts";

/** A half day in which the visit really fits somebody's day. How many crews could take it is never told, only plenty or few. */
export interface Offer {
  on: string;
  part: DayPart;
  room: "plenty" | "few";
  /** Among the ones that cost the least. */
  isBest: boolean;
}

/** A fitting place with the crew it would go to; stays inside the house. */
export interface Fit extends Insertion {
  crewId: string;
  on: string;
  part: DayPart;
  /** The visit that makes room, with the day it goes to as it becomes. */
  move?: { visitId: string; crewId: string; on: string; part: DayPart; route: Route };
}

export interface OfferRules {
  /** Minutes kept free at the end of each crew's day, which only urgent work may use. */
  reserve: number;
  /** Work of this many minutes or more takes the day anyway: nothing is kept free beside it. */
  longWork: number;
  /** From how many crews on a half day has plenty of room. */
  plentyFrom: number;
  /** How many offers are called best. */
  best: number;
  /** What a minute of a fully booked day is worth, in minutes of driving. */
  scarcity: number;
}

export const offerRules: OfferRules = { reserve: 30, longWork: 300, plentyFrom: 2, best: 3, scarcity: 0.25 };

const reserveFor = ({ isUrgent, minutes }: Demand, { reserve, longWork }: OfferRules): number =>
  isUrgent || minutes >= longWork ? 0 : reserve;

const boardFor = (days: readonly CrewDay[], demand: Demand, rules: OfferRules) =>
  new Board(days, reserveFor(demand, rules));

const byPrice = (a: Spot, b: Spot) => a.extra - b.extra || (a.state.day.crewId < b.state.day.crewId ? -1 : 1);

const spotsIn = (board: Board, states: Board["states"], demand: Demand, part: DayPart): Spot[] =>
  states
    .map((state) => board.spot(state, demand, part))
    .filter((spot) => spot !== null)
    .toSorted(byPrice);

const fitOf = (spot: Spot, demand: Demand): Fit[] => {
  const { day } = spot.state;
  const route = routeOf(day, spot.state.stopsWith(demand, spot));
  if (!route) return [];
  return [{ crewId: day.crewId, on: day.on, part: spot.part, route, extraTravel: minutesOf(spot.extra) }];
};

/** Every crew's best place for the visit in one part of a day, cheapest first. */
export const fitsOn = (
  days: readonly CrewDay[],
  demand: Demand,
  part: DayPart,
  rules: OfferRules = offerRules,
): Fit[] => {
  const board = boardFor(days, demand, rules);
  return spotsIn(board, board.states, demand, part).flatMap((spot) => fitOf(spot, demand));
};

const cheapestRoom = (board: Board, maker: RoomMaker, at: { on: string; part: DayPart }, demand: Demand) => {
  let best: Room | null = null;
  for (const state of board.states) {
    if (state.day.on !== at.on) continue;
    const room = maker.roomFor(state, demand, at.part);
    if (room && (!best || room.extra < best.extra)) best = room;
  }
  return best;
};

/** A place in a half day that comes free by moving one visit nobody was told about, as both days become. */
export const fitByMoving = (
  days: readonly CrewDay[],
  demand: Demand,
  at: { on: string; part: DayPart },
  rules: OfferRules = offerRules,
): Fit | null => {
  const board = boardFor(days, demand, rules);
  const room = cheapestRoom(board, new RoomMaker(board), at, demand);
  if (!room) return null;
  const { spot, to, moved } = room;
  const { day } = to.state;
  const route = routeOf(day, to.state.stopsWith(moved, to));
  // On the same day the new visit and the moved one share one route.
  const [fit] =
    day.crewId === spot.state.day.crewId && route ? [sharedFit(spot, route)] : fitOf(spot, demand);
  if (!fit || !route) return null;
  const move = { visitId: moved.visitId, crewId: day.crewId, on: day.on, part: to.part, route };
  return { ...fit, extraTravel: minutesOf(room.extra), move };
};

const sharedFit = ({ state: { day }, part, extra }: Spot, route: Route): Fit => ({
  crewId: day.crewId,
  on: day.on,
  part,
  route,
  extraTravel: minutesOf(extra),
});

/** Whether a visit has a half day at all: asked for many visits over the same days, and answered at the first place found. */
export class RoomFinder {
  private readonly days: readonly CrewDay[];
  private readonly rules: OfferRules;
  private readonly boards = new Map<number, { board: Board; maker: RoomMaker }>();

  constructor(days: readonly CrewDay[], rules: OfferRules = offerRules) {
    this.days = days;
    this.rules = rules;
  }

  /** The same answer as whether `offersIn` finds any. */
  hasOffer(demand: Demand): boolean {
    if (demand.isBookable === false) return false;
    const { board, maker } = this.boardFor(demand);
    const parts = partsFor(demand);
    const isSomewhere = (fits: (state: DayState, part: DayPart) => unknown) =>
      board.states.some((state) => parts.some((part) => fits(state, part)));
    return (
      isSomewhere((state, part) => board.spot(state, demand, part)) ||
      isSomewhere((state, part) => maker.roomFor(state, demand, part))
    );
  }

  /** Days are made ready once for each reserve that is kept. */
  private boardFor(demand: Demand) {
    const reserve = reserveFor(demand, this.rules);
    const known = this.boards.get(reserve);
    if (known) return known;
    const board = new Board(this.days, reserve);
    const made = { board, maker: new RoomMaker(board) };
    this.boards.set(reserve, made);
    return made;
  }
}

/** How much of the hours of those skills is taken on a day, between 0 and 1. */
const takenShare = (states: Board["states"], skills: readonly string[]): number => {
  const able = states.filter(({ day }) => covers(day, skills));
  const all = able.reduce((sum, { hours }) => sum + hours, 0);
  const free = able.reduce((sum, state) => sum + Math.max(0, state.free), 0);
  return all > 0 ? 1 - free / all : 1;
};

/**
 * The half days to choose from, in order of time. What a half day costs is its extra driving and the time it uses, which is
 * worth more the less is left of it that day; the cheapest are marked best.
 */
export const offersIn = (
  days: readonly CrewDay[],
  demand: Demand,
  rules: OfferRules = offerRules,
): Offer[] => {
  if (demand.isBookable === false) return [];
  const board = boardFor(days, demand, rules);
  const maker = new RoomMaker(board);
  const ofDay = Map.groupBy(board.states, ({ day }) => day.on);
  const found = [...ofDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([on, states]) => {
      const timePrice = demand.minutes * rules.scarcity * takenShare(states, demand.skills);
      return partsFor(demand).flatMap((part) => {
        const spots = spotsIn(board, states, demand, part);
        const extra = spots[0]?.extra ?? cheapestRoom(board, maker, { on, part }, demand)?.extra;
        if (extra === undefined) return [];
        return [{ on, part, crews: spots.length, price: extra / unitsPerMinute + timePrice }];
      });
    });
  const cheapest = found.toSorted((a, b) => a.price - b.price || (a.on < b.on ? -1 : 1)).slice(0, rules.best);
  return found.map((each) => ({
    on: each.on,
    part: each.part,
    room: each.crews >= rules.plentyFrom ? "plenty" : "few",
    isBest: cheapest.includes(each),
  }));
};
