import { type Db, query, refuseFarAhead } from "#platform";
import { planning as contract } from "../../contract.ts";
import { maySeePlans } from "../../policy.ts";
import { visitRows } from "../../visits/queries/rows.ts";
import { cellsByRegion, cellsBySkill } from "../cells.ts";
import type { Demand } from "../demand.ts";
import { demandExpected, demandOfQuote, demandOfWaiting } from "../openDemand.ts";
import { type Picture, pictureOf } from "../picture.ts";
import type { CapacityFigures, CapacityPart } from "../views.ts";
import { mondaysFrom, weeksBetween } from "../weeks.ts";

const minutesOf = (demands: readonly Demand[]) =>
  Math.round(demands.reduce((sum, { work, travel }) => sum + work + travel, 0));

const none = { visitId: null, orderId: null, place: null, on: null, status: null, chance: null };
type Wanted = (demand: Demand) => boolean;

const bookedParts = async (db: Db, { booked }: Picture, wanted: Wanted): Promise<CapacityPart[]> => {
  const own = booked.demands.filter(wanted);
  if (own.length === 0) return [];
  const rows = await visitRows(db)
    .where(
      "v.id",
      "in",
      own.map(({ visitId }) => visitId),
    )
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return own.map((demand) => {
    const { number, orderId, customerName, place, on, status } = byId.get(demand.visitId)!;
    const minutes = minutesOf([demand]);
    const { visitId } = demand;
    const skills = [...demand.skills];
    return {
      kind: "booked",
      visitId,
      orderId,
      number,
      customerName,
      place,
      on,
      status,
      chance: null,
      skills,
      minutes,
    };
  });
};

const openParts = ({ waiting, quotes, arrivals, by, weeks }: Picture, wanted: Wanted): CapacityPart[] => {
  const comingWeeks = mondaysFrom(by.thisWeek, Math.max(0, weeksBetween(by.thisWeek, weeks.at(-1)!)) + 1);
  return [
    ...waiting.map((visit) => ({
      ...none,
      ...visit,
      kind: "waiting" as const,
      minutes: minutesOf(demandOfWaiting(visit, by).filter(wanted)),
    })),
    ...quotes.map((quote) => ({
      ...none,
      ...quote,
      kind: "quoted" as const,
      minutes: minutesOf(demandOfQuote(quote, by).filter(wanted)),
    })),
    ...arrivals.flatMap((arrival) => {
      const demands = demandExpected(arrival, quotes, { ...by, comingWeeks }).filter(wanted);
      const asked = Map.groupBy(demands, ({ skills }) => skills.join(","));
      return [...asked.values()].map((same) => ({
        ...none,
        kind: "expected" as const,
        number: "",
        customerName: "",
        skills: [...same[0]!.skills],
        minutes: minutesOf(same),
      }));
    }),
  ].filter(({ minutes }) => minutes > 0);
};

const names = ["available", "booked", "travel", "waiting", "quoted", "expected", "free", "short"] as const;

const figuresOf = (rows: readonly CapacityFigures[]) =>
  Object.fromEntries(
    names.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)]),
  ) as CapacityFigures;

/** What one cell is made of, most minutes first. */
export const capacityParts = query(
  contract.capacityParts,
  async ({ db, actor, now, authorize }, { week, region, skill }) => {
    authorize(maySeePlans(actor));
    refuseFarAhead({ week }, now);
    const picture = await pictureOf(db, { from: week, weeks: 1, now });
    const wanted: Wanted = (demand) =>
      (!region || demand.region === region) &&
      (!skill || demand.skills.includes(skill)) &&
      picture.weeks.includes(demand.week);
    const cells = region
      ? cellsByRegion(picture, skill ?? null).filter((cell) => cell.region === region)
      : skill
        ? cellsBySkill(picture).filter((cell) => cell.skill === skill)
        : cellsByRegion(picture, null);
    const parts = [...(await bookedParts(db, picture, wanted)), ...openParts(picture, wanted)];
    return {
      figures: figuresOf(cells),
      parts: parts.toSorted((a, b) => b.minutes - a.minutes).slice(0, 500),
    };
  },
);
