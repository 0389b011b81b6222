/** A line of an order with what its article asks of a crew. */
interface WorkLine {
  id: string;
  parentLineId: string | null;
  quantity: number;
  minutes: number | null;
  skills: string[] | null;
  articleKind?: string | null;
}

/** What an order asks of a crew. */
interface Asked {
  minutes: number;
  skills: string[];
  /** How many the crew brings along. */
  chargers: number;
}

const shortest = 30;
const longest = 600;
const roundTo = 5;

const visitKinds: Readonly<Record<string, string>> = { consultation: "survey" };
const knownKinds = ["installation", "service", "maintenance", "upgrade", "removal", "relocation"];
const usualMinutes: Readonly<Record<string, number>> = { survey: 60, service: 60, maintenance: 60 };

/** What an order asks of a crew, from its lines; `null` when there is nothing to do on site. */
export const workToDo = (lines: readonly WorkLine[]): Asked | null => {
  const parents = new Set(
    lines.filter(({ minutes }) => (minutes ?? 0) > 0).map(({ parentLineId }) => parentLineId),
  );
  // A bundle counts through its parts, or by itself when they tell no time.
  const counted = lines.filter(({ id }) => !parents.has(id));
  const minutes = counted.reduce((sum, line) => sum + (line.minutes ?? 0) * line.quantity, 0);
  if (minutes === 0) return null;
  const skills = [...new Set(lines.flatMap(({ skills: asked }) => asked ?? []))].toSorted();
  const rounded = Math.ceil(minutes / roundTo) * roundTo;
  const chargers = lines
    .filter(({ articleKind }) => articleKind === "charger")
    .reduce((sum, { quantity }) => sum + Math.ceil(quantity), 0);
  return { minutes: Math.min(longest, Math.max(shortest, rounded)), skills, chargers };
};

/** The kind of visit that goes with a kind of order. */
export const visitKindOf = (orderKind: string): string =>
  visitKinds[orderKind] ?? (knownKinds.includes(orderKind) ? orderKind : "installation");

/** How long a visit takes when the lines do not tell. */
export const usualWork = (kind: string): Asked => ({
  minutes: usualMinutes[kind] ?? 120,
  skills: [],
  chargers: 0,
});
