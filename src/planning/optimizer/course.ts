import { type Found, isBetter } from "./anneal.ts";
import { areSlotsAlike, type Compiled } from "./compiled.ts";
import { type District, divide } from "./districts.ts";
import { type Random, randomFrom } from "./random.ts";
import { closeTo, type Errand, Scout, type Stage } from "./scout.ts";

/** What the threads do from round to round. */
export interface Course {
  /** Whether good routes are put together to a plan after each round. */
  readonly joins: boolean;
  /** What the threads found in the round before, whole plans only. */
  readonly met: readonly Found[];
  /** What each thread is asked next, when this is the best plan so far. */
  next(best: Found): Errand[];
  /** Takes what the threads found; answers with the best whole plan among it. */
  take(found: readonly Found[]): Found;
}

/** What a course is made for. */
export interface CourseOf {
  problem: Compiled;
  first: Found;
  threads: number;
  rounds: number;
  seed: number;
  /** Whether the first plan is one in force, to be made better, and not one made without search. */
  isInForce: boolean;
}

/** From so many visits on no thread gets round all of them often enough. */
const many = 400;

/**
 * The course that suits a problem. Districts are for slots that are alike: where crews and days differ, who goes where is
 * a question of all of them.
 */
export const courseFor = (of: CourseOf): Course => {
  const { visits, links, teams } = of.problem;
  const isOneBig = visits >= many && areSlotsAlike(of.problem) && !links && !teams;
  return isOneBig ? new DividedCourse(of) : new SharedCourse(of);
};

/** Every thread works at the whole plan, some close to it and some further round, and they go on from the best. */
class SharedCourse implements Course {
  readonly joins = true;
  private readonly of: CourseOf;
  private round = 0;
  private own: readonly Found[];
  /** Every second thread looks further round. */
  private readonly scouts: readonly (Scout | null)[];

  constructor(of: CourseOf) {
    const { problem, first, threads } = of;
    this.of = of;
    this.own = Array.from({ length: threads }, () => first);
    this.scouts = this.own.map((_, index) => (index % 2 === 1 ? new Scout(problem, first) : null));
  }

  get met(): readonly Found[] {
    return this.own;
  }

  private get stage(): Stage {
    const { rounds } = this.of;
    if (this.round * 2 < rounds) return "apart";
    return this.round === rounds - 1 ? "last" : "together";
  }

  next(best: Found): Errand[] {
    const { stage } = this;
    const isFirst = this.round === 0 && !this.of.isInForce;
    return this.own.map((own, index) => {
      const scout = this.scouts[index];
      if (scout) return scout.next({ stage, isFirst, best, own });
      return closeTo(stage === "apart" && index > 0 ? own : best, isFirst);
    });
  }

  take(found: readonly Found[]): Found {
    this.round += 1;
    this.own = found;
    return found.reduce((best, each) => (isBetter(each, best) ? each : best));
  }
}

/** Mean legs: where one long annealing begins, from no plan and from one in force, and where it ends. */
const cooling = { hot: 2, reheated: 0.5, cold: 0.02 };

/**
 * Every thread works at a district of its own, other districts in each round, and what all found is one plan: nothing a
 * thread does is lost. It is one annealing, cooling from the first round to the last.
 */
class DividedCourse implements Course {
  readonly joins = false;
  readonly met = [];
  private readonly of: CourseOf;
  private readonly random: Random;
  private round = 0;
  private now: Found;

  constructor(of: CourseOf) {
    this.of = of;
    this.now = of.first;
    this.random = randomFrom(of.seed);
  }

  next(): Errand[] {
    const { problem, threads, rounds, isInForce } = this.of;
    const { plan } = this.now;
    const { hot, reheated, cold } = cooling;
    const begin = isInForce ? reheated : hot;
    const at = (round: number) => begin * (cold / begin) ** (round / rounds);
    return divide(problem, plan, threads, this.random).map((district) => ({
      hot: at(this.round),
      cold: at(this.round + 1),
      from: { ...this.now, plan: partOf(plan, district) },
      district,
    }));
  }

  take(found: readonly Found[]): Found {
    this.round += 1;
    const sum = (of: (each: Found) => number) => found.reduce((all, each) => all + of(each), 0);
    this.now = {
      plan: found.flatMap(({ plan }) => plan),
      members: null,
      missing: sum(({ missing }) => missing),
      cost: sum(({ cost }) => cost),
    };
    return this.now;
  }
}

const partOf = (plan: Found["plan"], { slots }: District) => {
  const isIn = new Set(slots);
  return plan.filter(({ slot }) => isIn.has(slot));
};
