import { type Day, type Db, dayOf, daysAfter, type Instant } from "#platform";
import { calendarDays } from "../calendar/workingDays.ts";
import { expectedCrews, vansOn } from "../capacity/expectedCrews.ts";
import { pictureOf } from "../capacity/picture.ts";
import { planData } from "../plans/planData.ts";
import { endsOf, pointOf } from "../slots/crewState.ts";
import { travelBetween } from "../travel/roads.ts";
import type { WeekMeans } from "./changeCrews.ts";
import { effort, type WeekAsked } from "./compare.ts";
import { crewExpected } from "./newCrew.ts";
import type { WhatIfMore } from "./views.ts";
import { agreedWork, workOfWeek } from "./workOfWeek.ts";

const daysOf = (monday: Day) => Array.from({ length: 7 }, (_, index) => daysAfter(monday, index));

/** Crews and work of a week: as they were made and agreed on, and as far as asked as they are to be expected. */
export const weekAsked = async (
  db: Db,
  { monday, more, now }: { monday: Day; more: readonly WhatIfMore[]; now: Instant },
): Promise<{ week: WeekAsked; means: WeekMeans }> => {
  const [today, sunday] = [dayOf(now), daysAfter(monday, 6)];
  const picture = more.length > 0 ? await pictureOf(db, { from: monday, weeks: 1, now }) : null;
  const [data, days, depots, vans] = await Promise.all([
    picture?.data ?? planData(db, { from: monday, until: sunday }),
    calendarDays(db, monday, sunday),
    db.selectFrom("depots").select(["id", "latitude", "longitude"]).execute(),
    vansOn(db, daysOf(monday)),
  ]);
  const work = picture
    ? await workOfWeek(db, picture, { week: monday, more, seed: effort.seed })
    : agreedWork(data.visits);
  const taken = new Set(data.crews.map(({ onDay }) => onDay));
  const expected = (await expectedCrews(db, { taken, days, today })).map(crewExpected);
  const crews = [...data.crews, ...expected];
  const travel = await travelBetween(db, [
    ...crews.flatMap(endsOf),
    ...depots.map(pointOf),
    ...work.visits.map(pointOf),
  ]);
  return {
    week: {
      data: { ...data, crews, visits: work.visits, travel },
      work,
      expectedCrewDays: expected.length,
      today,
    },
    means: { week: monday, depots, vans },
  };
};
