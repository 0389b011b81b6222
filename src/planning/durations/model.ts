/** What is known of a visit before anybody goes, as far as it tells how long the work takes. */
export interface Work {
  /** Minutes by the simple rule: the sum of what its articles take. */
  ruleMinutes: number;
  kind: string;
  diggingMetres: number;
  cableMetres: number;
  /** Work in the consumer unit. */
  cupboard: boolean;
  people: number;
  /** Somebody of the crew is a senior or more. */
  senior: boolean;
}

/** A visit that was done. */
export interface Done extends Work {
  actualMinutes: number;
}

/** Weights of the features; they multiply the rule: minutes = rule × exp(sum). */
export interface DurationModel {
  weights: number[];
  /** The crew that usually goes, for visits that have none yet. */
  crew: { people: number; senior: boolean };
}

const kinds = ["survey", "service", "maintenance", "relocation", "upgrade"] as const;

/** In the order of the weights. */
export const featureNames = [
  "always",
  "length",
  "digging",
  "cable",
  "cupboard",
  "people",
  "no_senior",
  ...kinds,
] as const;

const featuresOf = (work: Work): number[] => [
  1,
  Math.log(work.ruleMinutes / 120),
  Math.log1p(work.diggingMetres) / 3,
  Math.log1p(work.cableMetres) / 3,
  work.cupboard ? 1 : 0,
  work.people - 2,
  work.senior ? 0 : 1,
  ...kinds.map((kind) => (work.kind === kind ? 1 : 0)),
];

/** Solves a symmetric positive system by Gaussian elimination. */
const solveSystem = (matrix: number[][], right: number[]): number[] => {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    for (let row = pivot + 1; row < size; row += 1) {
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!;
      for (let column = pivot; column <= size; column += 1)
        rows[row]![column]! -= factor * rows[pivot]![column]!;
    }
  }
  const answer = Array.from({ length: size }, () => 0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = rows[row]![size]!;
    for (let column = row + 1; column < size; column += 1) rest -= rows[row]![column]! * answer[column]!;
    answer[row] = rest / rows[row]![row]!;
  }
  return answer;
};

/** How strongly weights are held towards nothing: about as much as five visits weigh. */
const holding = 5;
/** A visit that took more than three times, or less than a third, of what was expected tells of something else. */
const mostOff = Math.log(3);

/** Learns by ridge regression on the logarithm of actual over rule (Hoerl and Kennard, Technometrics 12, 1970, 55–67). */
export const learnDurations = (done: readonly Done[]): DurationModel => {
  const size = featureNames.length;
  const matrix = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (row === column ? holding : 0)),
  );
  const right = Array.from({ length: size }, () => 0);
  for (const visit of done) {
    const target = Math.log(visit.actualMinutes / visit.ruleMinutes);
    if (Math.abs(target) > mostOff) continue;
    const features = featuresOf(visit);
    for (const [row, value] of features.entries()) {
      right[row]! += value * target;
      for (const [column, other] of features.entries()) matrix[row]![column]! += value * other;
    }
  }
  const share = (of: (visit: Done) => number) =>
    done.reduce((sum, visit) => sum + of(visit), 0) / done.length;
  const crew = {
    people: share(({ people }) => people),
    senior: share(({ senior }) => (senior ? 1 : 0)) >= 0.5,
  };
  return { weights: solveSystem(matrix, right), crew };
};

const shortest = 15;
const longest = 600;
const roundTo = 5;

/** Minutes a visit will take, rounded up to five. */
export const predictMinutes = ({ weights }: Pick<DurationModel, "weights">, work: Work): number => {
  const sum = featuresOf(work).reduce((total, value, index) => total + value * (weights[index] ?? 0), 0);
  const minutes = work.ruleMinutes * Math.exp(Math.max(-mostOff, Math.min(mostOff, sum)));
  return Math.min(longest, Math.max(shortest, Math.ceil(minutes / roundTo - 1e-9) * roundTo));
};

export interface Backtest {
  visits: number;
  /** Mean absolute error in minutes over visits later than those learned from. */
  ruleError: number;
  modelError: number;
  isBetter: boolean;
}

const folds = 5;
/** Visits it takes to judge. */
export const fewest = 60;
/** It has to be clearly better: by three in a hundred, and not worse on the newest visits. */
const clearly = 0.97;

const errorOf = (visits: readonly Done[], minutes: (visit: Done) => number) =>
  visits.reduce((sum, visit) => sum + Math.abs(minutes(visit) - visit.actualMinutes), 0) / visits.length;

/** Judges the model by what came later: learns from the visits before each fold and predicts the fold. `done` is in order of time. */
export const backtest = (done: readonly Done[]): Backtest => {
  if (done.length < fewest) return { visits: done.length, ruleError: 0, modelError: 0, isBetter: false };
  const length = Math.floor(done.length / (folds + 1));
  const errors = Array.from({ length: folds }, (_, fold) => {
    const from = done.length - (folds - fold) * length;
    const model = learnDurations(done.slice(0, from));
    const later = done.slice(from, from + length);
    return {
      rule: errorOf(later, ({ ruleMinutes }) => ruleMinutes),
      model: errorOf(later, (visit) => predictMinutes(model, visit)),
    };
  });
  const ruleError = errors.reduce((sum, { rule }) => sum + rule, 0) / folds;
  const modelError = errors.reduce((sum, { model }) => sum + model, 0) / folds;
  const newest = errors.at(-1)!;
  const isBetter = modelError <= clearly * ruleError && newest.model <= newest.rule;
  return { visits: done.length, ruleError, modelError, isBetter };
};
