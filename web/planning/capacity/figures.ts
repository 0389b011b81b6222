import type { CapacityFigures } from "#planning/contract";

/** Kinds of demand in the order in which they are stacked. */
export const demandKinds = ["booked", "travel", "waiting", "quoted", "expected"] as const;

export const demandOf = (figures: CapacityFigures): number =>
  demandKinds.reduce((sum, kind) => sum + figures[kind], 0);

/** Share of the hours that is asked for; more than one when something is short. */
export const loadOf = (figures: CapacityFigures): number | null =>
  figures.available > 0 ? demandOf(figures) / figures.available : demandOf(figures) > 0 ? Infinity : null;

/** Less than an hour is no shortage anybody plans for. */
export const isShort = ({ short }: CapacityFigures): boolean => short >= 60;

/** How a cell looks: nothing, calm, busy, full, or short. */
export const levelOf = (figures: CapacityFigures): "none" | "calm" | "busy" | "full" | "short" => {
  const load = loadOf(figures);
  if (isShort(figures)) return "short";
  if (load === null || !Number.isFinite(load)) return "none";
  return load < 0.6 ? "calm" : load < 0.85 ? "busy" : "full";
};

export const noFigures: CapacityFigures = {
  available: 0,
  booked: 0,
  travel: 0,
  waiting: 0,
  quoted: 0,
  expected: 0,
  free: 0,
  short: 0,
};

export const addUp = (rows: readonly CapacityFigures[]): CapacityFigures =>
  rows.reduce(
    (sum, row) =>
      Object.fromEntries(
        Object.keys(noFigures).map((key) => [
          key,
          sum[key as keyof CapacityFigures] + row[key as keyof CapacityFigures],
        ]),
      ) as CapacityFigures,
    noFigures,
  );
