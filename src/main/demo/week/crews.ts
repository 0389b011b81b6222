import type { Insertable } from "kysely";
import { type Day, daysAfter, type Tables, type Work } from "#platform";
import { type Random, randomFrom } from "../story/random.ts";
import { idMaker } from "./ids.ts";
import { crewName } from "./plan.ts";
import { near, towns } from "./towns.ts";

type Rows<T extends keyof Tables> = Insertable<Tables[T]>[];

const depots = [
  { name: "Nijkerk", postalCode: "3861RH", latitude: 52.22, longitude: 5.49 },
  { name: "Tilburg", postalCode: "5015BZ", latitude: 51.56, longitude: 5.09 },
  { name: "Zwolle", postalCode: "8022AW", latitude: 52.51, longitude: 6.09 },
];
const names =
  "Aart Bo Cas Dirk Evi Fem Gert Hein Ivo Jet Kai Lot Mees Nol Okke Puk Ries Siem Teun Uwe Vera Wim Xem Yf Zef".split(
    " ",
  );
const papersOf = (random: Random) => [
  "vehicle_charging_installation",
  "LMRA_certified",
  ...(random.chance(0.55) ? ["three_phase_electrical"] : []),
  ...(random.chance(0.3) ? ["meter_box_replacement"] : []),
];

/** One to three people: most crews are two. */
const sizeOf = (random: Random) => {
  const drawn = random.next();
  if (drawn < 0.25) return 1;
  return drawn < 0.8 ? 2 : 3;
};

const homeOf = (random: Random) => {
  const { postalCode, city, latitude, longitude } = near(random.pick(towns), random);
  return { homePostalCode: postalCode, homePlace: city, homeLatitude: latitude, homeLongitude: longitude };
};

export interface WeekCrews {
  mechanics: Rows<"mechanics">;
  certificates: Rows<"certificates">;
  vans: Rows<"vans">;
  crews: Rows<"dayCrews">;
  members: Rows<"dayCrewMembers">;
}

interface Person {
  id: string;
  index: number;
  place: number;
}

const addPerson = (
  rows: WeekCrews,
  random: Random,
  { id, index, place }: Person,
  now: string,
  monday: Day,
) => {
  const firstName = names[index % names.length]!;
  const level =
    place === 0
      ? random.pick(["senior", "master", "team_leader"])
      : random.pick(["apprentice", "junior", "senior"]);
  rows.mechanics.push({
    id,
    code: `W${String(index + 1).padStart(3, "0")}`,
    name: `${firstName} van Team ${index + 1}`,
    firstName,
    level,
    skills: random.chance(0.4) ? ["smart_charging_configuration"] : [],
    ...homeOf(random),
    startsAtHome: random.chance(0.3),
    createdAt: now,
  });
  for (const kind of papersOf(random))
    rows.certificates.push({
      mechanicId: id,
      kind,
      issuedOn: daysAfter(monday, -900),
      // Some run out in the middle of the week.
      expiresOn: daysAfter(monday, random.chance(0.03) ? 2 : random.between(40, 900)),
      authority: "STIPEL",
      createdAt: now,
    });
};

/** Crews of a week with their people and vans: some days off, some half days, some from home. */
export const planCrews = (
  { crews, seed }: { crews: number; seed: number },
  days: readonly Day[],
  now: string,
): WeekCrews => {
  const random = randomFrom(seed + 1);
  const id = idMaker(seed);
  const rows: WeekCrews = { mechanics: [], certificates: [], vans: [], crews: [], members: [] };
  for (let number = 1; number <= crews; number += 1) {
    const vanId = id("van", number);
    const plate = `W-${String(number).padStart(3, "0")}-CC`;
    rows.vans.push({ id: vanId, plate, name: `Weekbus ${number}`, capacity: 6, createdAt: now });
    const people = Array.from({ length: sizeOf(random) }, (_, place) => {
      const index = rows.mechanics.length;
      const person = { id: id("mechanic", index), index, place };
      addPerson(rows, random, person, now, days[0]!);
      return person.id;
    });
    const leader = rows.mechanics.find((each) => each.id === people[0])!;
    const depot = random.pick(depots);
    const start = leader.startsAtHome
      ? {
          name: `Thuis ${leader.firstName}`,
          latitude: leader.homeLatitude!,
          longitude: leader.homeLongitude!,
        }
      : depot;
    for (const [day, onDay] of days.entries()) {
      if (random.chance(0.04)) continue;
      const crewId = id(`crew ${number}`, day);
      rows.crews.push({
        id: crewId,
        onDay,
        name: crewName(number),
        vanId,
        depotName: start.name,
        depotLatitude: start.latitude,
        depotLongitude: start.longitude,
        startsAt: random.pick(["07:00", "07:30", "07:30", "08:00"]),
        endsAt: random.chance(0.06) ? "12:30" : random.pick(["16:30", "17:00", "17:30"]),
        maxJobs: random.chance(0.1) ? 3 : null,
        createdAt: now,
      });
      for (const [place, mechanicId] of people.entries())
        rows.members.push({ crewId, onDay, mechanicId, position: place + 1 });
    }
  }
  return rows;
};

/** Writes the crews in bulk, and the depots they leave from that are not there yet. */
export const writeCrews = async ({ tx, now }: Pick<Work, "tx" | "now">, rows: WeekCrews): Promise<void> => {
  await tx
    .insertInto("depots")
    .values(depots.map(({ name, ...place }) => ({ name, city: name, ...place, createdAt: now })))
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  await tx.insertInto("mechanics").values(rows.mechanics).execute();
  await tx.insertInto("certificates").values(rows.certificates).execute();
  await tx.insertInto("vans").values(rows.vans).execute();
  await tx.insertInto("dayCrews").values(rows.crews).execute();
  await tx.insertInto("dayCrewMembers").values(rows.members).execute();
};
