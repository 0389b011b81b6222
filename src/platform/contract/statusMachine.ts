import { illegalMove } from "./problem.ts";
import type { Moves } from "./shapes.ts";

/** A small named condition on a thing, such as `everyPayerSigned`. */
export interface Requirement<T> {
  name: string;
  holds: (thing: T) => boolean;
}

/** Names a condition, so that a refused move can say what is missing. */
export const requirement = <T>(name: string, holds: (thing: T) => boolean): Requirement<T> => ({
  name,
  holds,
});

export interface StatusFacts {
  /** Nothing follows. */
  final?: true;
  /** ISO 8601 duration within which the next move is expected: the clock of the status. */
  within?: string;
}

export interface Move<S extends string, T> {
  from: readonly S[];
  to: S;
  needs?: readonly Requirement<T>[];
  /** The move is not made without a reason. */
  reason?: true;
}

/**
 * Statuses and the moves between them, as data. The same data refuses a wrong move, tells a button why it waits,
 * fills the table of allowed moves that guards the database, and draws the diagram in the documentation.
 */
export const statusMachine = <
  S extends string,
  M extends string,
  T extends { status: S } = { status: S },
>(data: {
  statuses: Record<S, StatusFacts>;
  start: NoInfer<S>;
  moves: Record<M, Move<NoInfer<S>, T>>;
}) => {
  const entries = Object.entries(data.moves) as [M, Move<S, T>][];
  const missing = (move: M, thing: T): string[] => {
    const { from, needs = [] } = data.moves[move];
    if (!from.includes(thing.status)) return [`status:${from.join("|")}`];
    return needs.filter((need) => !need.holds(thing)).map((need) => need.name);
  };
  const can = (move: M, thing: T) => missing(move, thing).length === 0;

  return {
    ...data,
    names: Object.keys(data.statuses) as [S, ...S[]],
    can,
    missing,
    /** The status after the move; throws `platform/illegal-move` with what is missing. */
    move(move: M, thing: T): S {
      const lacks = missing(move, thing);
      if (lacks.length > 0) throw illegalMove({ move, current: thing.status, missing: lacks });
      return data.moves[move].to;
    },
    /** Every move that starts from the present status, with what it still misses. */
    movesOf(thing: T): Moves {
      const open = entries.filter(([, move]) => move.from.includes(thing.status));
      return Object.fromEntries(
        open.map(([name]) => [name, { can: can(name, thing), missing: missing(name, thing) }]),
      );
    },
    isFinal: (status: S) => data.statuses[status].final === true,
    /** All pairs of statuses that follow each other, for the guard in the database. */
    pairs: entries.flatMap(([, move]) => move.from.map((from) => ({ from, to: move.to }))),
  };
};
