import { type Choice, choose, closeOthers, isFree, unchoose } from "./choice.ts";
import type { Columns } from "./columns.ts";
import type { Subgradient } from "./partitionBound.ts";
import { PartitionTree } from "./partitionTree.ts";
import type { Random } from "./random.ts";

/** Rounds for the bound after something was chosen. */
const rounds = 100;
/** Of that few routes a tree finds the best choice, looking so often whether one may be taken. */
const few = 500;
const checks = 100_000;
/** When that was too little time: how many of them may be left before it tries again. */
const fewer = 0.6;
/** How much less a route may count by chance, and how often picked ones do. */
const blur = 0.3;
const countsFrom = 0.05;
/** How often the search goes back to where it chose wrongly. */
const returns = 6;

export interface DiveAsked {
  bound: Subgradient;
  limit: number;
  /** How often a route must be picked by the bound to be chosen together with others, from 0 to 1. */
  sure: number;
  /** With it the way is another each time. */
  random: Random;
}

/** How things stood before a choice. */
interface Level {
  open: Int32Array;
  values: Float64Array;
  rents: Float64Array;
  picked: Float64Array;
  depth: number;
  /** What any choice from here on costs at least. */
  bound: number;
  /** The route chosen here that was picked least. */
  doubtful: number;
}

/**
 * Looks for routes that together cost less than `limit`: those are chosen that the bound picks most, a few at a time, with
 * the bound worked out anew for the rest; a tree finds the last. When nothing is left that is cheap enough, the choice that
 * raised the bound most is taken back and forbidden.
 */
export class Dive {
  private readonly columns: Columns;
  private readonly choice: Choice;
  private readonly bound: Subgradient;
  private readonly limit: number;
  private readonly sure: number;
  private readonly random: Random;
  private readonly levels: Level[] = [];
  private lowest: number;

  /** Whether everything was looked at, so that nothing found means there is nothing. */
  isAll = false;

  constructor(columns: Columns, choice: Choice, { bound, limit, sure, random }: DiveAsked) {
    this.columns = columns;
    this.choice = choice;
    this.bound = bound;
    this.limit = limit;
    this.sure = sure;
    this.random = random;
    this.lowest = bound.best.bound;
  }

  /** The routes, or null when none were found. */
  search(): number[] | null {
    const { choice, limit } = this;
    for (let left = returns; ; left -= 1) {
      let most = few;
      while (this.lowest < limit - 0.5) {
        if (choice.count <= most) {
          const { found, isAll } = this.finish();
          if (found) return found;
          if (isAll) break;
          most = choice.count * fewer;
        }
        this.goDeeper();
      }
      this.isAll = this.levels.length === 0 && left === returns;
      if (left === 0 || this.levels.length === 0 || choice.looks < 0) return null;
      this.goBack();
    }
  }

  /** The best choice of what is left, as far as there was time to look, and whether there was. */
  private finish(): { found: number[] | null; isAll: boolean } {
    const { columns, choice, bound, limit } = this;
    const tree = new PartitionTree(columns, choice, { bound: bound.best, limit, checks });
    const found = tree.search();
    choice.looks -= checks - tree.checks;
    return { found, isAll: tree.isAll };
  }

  private goDeeper(): void {
    const { columns, choice, bound, levels } = this;
    const picks = this.picks();
    levels.push({
      open: choice.open.slice(0, choice.count),
      values: bound.values.slice(),
      rents: bound.rents.slice(),
      picked: bound.picked.slice(),
      depth: choice.chosen.length,
      bound: this.lowest,
      doubtful: picks.at(-1)!,
    });
    for (const column of picks) choose(columns, choice, column);
    closeOthers(columns, choice);
    this.boundAnew();
  }

  private boundAnew(): void {
    const { choice, bound, limit } = this;
    bound.restart();
    bound.run(rounds, limit - choice.cost);
    this.lowest = choice.cost + bound.best.bound;
  }

  /** Back to the choice that raised the bound most, without what was doubtful in it. */
  private goBack(): void {
    const { columns, choice, bound, levels } = this;
    let worst = 0;
    let most = 0;
    for (let index = 0; index < levels.length; index += 1) {
      const raised = (levels[index + 1]?.bound ?? this.limit) - levels[index]!.bound;
      if (raised < most) continue;
      most = raised;
      worst = index;
    }
    const level = levels[worst]!;
    levels.length = worst;
    while (choice.chosen.length > level.depth) unchoose(columns, choice);
    const open = level.open.filter((column) => column !== level.doubtful);
    choice.open.set(open);
    choice.count = open.length;
    bound.values.set(level.values);
    bound.rents.set(level.rents);
    bound.picked.set(level.picked);
    this.boundAnew();
  }

  private blur(): void {
    const { random, bound, choice } = this;
    for (const column of choice.open.subarray(0, choice.count))
      if (bound.picked[column]! > countsFrom) bound.picked[column]! *= 1 - blur * random.next();
  }

  /** The route that is picked most, and all that are picked nearly always and fit beside it. */
  private picks(): number[] {
    const { columns, choice } = this;
    const { picked, reduced } = this.bound;
    this.blur();
    const first = choice.open
      .subarray(0, choice.count)
      .toSorted((a, b) => picked[b]! - picked[a]! || reduced[a]! - reduced[b]!);
    const trial: Choice = { ...choice, taken: choice.taken.slice(), free: choice.free.slice(), chosen: [] };
    for (const column of first) {
      if (trial.chosen.length > 0 && picked[column]! < this.sure) break;
      if (isFree(columns, trial, column)) choose(columns, trial, column);
    }
    return trial.chosen;
  }
}
