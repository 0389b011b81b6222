import type { Day, Db } from "#platform";
import { demandOfQuote, demandOfWaiting } from "../capacity/openDemand.ts";
import type { Picture } from "../capacity/picture.ts";
import type { Quoted } from "../capacity/quoted.ts";
import { regionOf } from "../capacity/regions.ts";
import type { VisitFacts } from "../plans/planData.ts";
import { type PastVisit, pastVisits } from "./pastVisits.ts";
import { type Candidate, representatives } from "./representative.ts";
import type { WhatIfDrawn, WhatIfMore, WhatIfWork } from "./views.ts";

/** The visits a week is planned with, what each of them is, and how those were found that stand for what may come. */
export interface WorkOfWeek {
  visits: VisitFacts[];
  workOf(visitId: string): WhatIfWork;
  drawn: WhatIfDrawn[];
}

/** A visit that nobody made: nothing is known of it but where it is and what it asks. */
const madeUp: Omit<VisitFacts, Exclude<keyof PastVisit, "place">> = {
  number: "",
  orderId: "",
  orderNumber: "",
  customerName: "",
  place: null,
  status: "planned",
  priority: 3,
  mustDo: false,
  mayWaitUntil: null,
  notBefore: null,
  wishedPart: null,
  preferredCrewName: null,
  preferredMechanicId: null,
  linkedToId: null,
  linkKind: null,
  isPinned: false,
  confirmedAt: null,
  crewId: null,
  onDay: null,
  dayPart: null,
  plannedStart: null,
  windows: [],
};

const sum = <T>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

const expectedVisits = (demands: readonly { week: Day; visits: number }[], week: Day) =>
  sum(
    demands.filter((demand) => demand.week === week),
    ({ visits }) => visits,
  );

/** Visits that wait, for the part of them that is done in this week. */
const waitingIn = ({ waiting, by }: Picture, week: Day, open: ReadonlyMap<string, VisitFacts>) =>
  waiting.flatMap((visit): Candidate<VisitFacts>[] => {
    const of = open.get(visit.visitId);
    const expected = expectedVisits(demandOfWaiting(visit, by), week);
    return of ? [{ ...visit, id: visit.visitId, expected, of }] : [];
  });

const visitOfQuote = (quote: Quoted): VisitFacts => {
  const { orderId, number, customerName, place, businessEntity, postalCode } = quote;
  const { latitude, longitude, kind, minutes, skills, chargers, plannableOn } = quote;
  const what = { businessEntity, postalCode, latitude, longitude, kind, minutes, skills, chargers };
  const whose = { id: `quoted ${orderId}`, number, orderId, orderNumber: number, customerName, place };
  return { ...madeUp, ...what, ...whose, notBefore: plannableOn };
};

/** Orders with a quote, for their chance and the part of it that is done in this week. */
const quotedIn = ({ quotes, by }: Picture, week: Day) =>
  quotes.map((quote): Candidate<VisitFacts> => {
    const of = visitOfQuote(quote);
    return { ...quote, id: of.id, expected: expectedVisits(demandOfQuote(quote, by), week), of };
  });

/** Earlier visits, each for as much of the expected work of its region and skills as its share of their minutes. */
const expectedIn = async (db: Db, { demands, by }: Picture, week: Day) => {
  const coming = demands.filter((demand) => demand.kind === "expected" && demand.week === week);
  const keyOf = (row: { region: string; skills: readonly string[] }) =>
    `${row.region} ${row.skills.join(",")}`;
  const past = (await pastVisits(db, by.thisWeek)).map((visit) => ({
    ...visit,
    region: regionOf(visit.postalCode),
  }));
  const alike = Map.groupBy(past, keyOf);
  return [...Map.groupBy(coming, keyOf)].flatMap(([key, same]) => {
    const rows = alike.get(key) ?? [];
    const minutes = sum(same, ({ work }) => work);
    const known = sum(rows, (row) => row.minutes);
    return rows.map(({ region, ...visit }): Candidate<VisitFacts> => {
      const of = { ...madeUp, ...visit, id: `expected ${visit.id}` };
      return { id: of.id, expected: minutes / known, region, skills: of.skills, minutes: of.minutes, of };
    });
  });
};

/**
 * The work of a week when more counts than what was agreed on. What has a time stays; of what waits, of quotes and of what is to
 * be expected, as many visits are drawn as capacity reckons with in that week, the same ones for the same seed
 * (`representative.ts`).
 */
export const workOfWeek = async (
  db: Db,
  picture: Picture,
  { week, more, seed }: { week: Day; more: readonly WhatIfMore[]; seed: number },
): Promise<WorkOfWeek> => {
  const standing = picture.data.visits.filter(({ crewId, onDay }) => crewId && onDay);
  const open = new Map(picture.data.visits.filter(({ onDay }) => !onDay).map((visit) => [visit.id, visit]));
  const candidates: Partial<Record<WhatIfDrawn["kind"], Candidate<VisitFacts>[]>> = {
    waiting: waitingIn(picture, week, open),
    ...(more.includes("quoted") && { quoted: quotedIn(picture, week) }),
    ...(more.includes("expected") && { expected: await expectedIn(db, picture, week) }),
  };
  const kindOf = new Map<string, WhatIfWork>(standing.map(({ id }) => [id, "booked"]));
  const visits = [...standing];
  const drawn = Object.entries(candidates).map(([name, of], index): WhatIfDrawn => {
    const kind = name as WhatIfDrawn["kind"];
    const taken = representatives(of, seed + index).map((each) => ({ ...each.of, id: each.id }));
    for (const visit of taken) kindOf.set(visit.id, kind);
    visits.push(...taken);
    return {
      kind,
      candidates: of.filter(({ expected }) => expected > 0).length,
      expected: sum(of, ({ expected }) => expected),
      visits: taken.length,
      minutes: sum(taken, ({ minutes }) => minutes),
    };
  });
  return { visits, drawn, workOf: (visitId) => kindOf.get(visitId) ?? "waiting" };
};

/** The work of a week as it was agreed on: what has a time, and all that waits for one and may be done in it. */
export const agreedWork = (visits: VisitFacts[]): WorkOfWeek => {
  const booked = new Set(visits.filter(({ crewId, onDay }) => crewId && onDay).map(({ id }) => id));
  return { visits, drawn: [], workOf: (visitId) => (booked.has(visitId) ? "booked" : "waiting") };
};
