import { insertDepot, type NewMechanic, watchCertificates } from "#planning";
import { type Day, daysAfter, type Work } from "#platform";

type Papers = NonNullable<NewMechanic["certificates"]>;

/** Papers a mechanic of the demo company has had for two years; a few run out soon. */
export const papersOf = (index: number, kinds: readonly string[], today: Day): Papers =>
  kinds.map((kind, paper) => ({
    kind,
    issuedOn: daysAfter(today, -760),
    expiresOn: daysAfter(today, expiresIn(index, kind) ?? 120 + ((index * 37 + paper * 53) % 900)),
    authority: kind === "LMRA_certified" ? "ChargeCars Academie" : "STIPEL",
  }));

/** Days until the papers that need attention expire: one has run out, some are due this month. */
const expiresIn = (index: number, kind: string): number | undefined => {
  if (kind !== "LMRA_certified" && kind !== "electrical_safety_level_2") return undefined;
  if (index === 7) return kind === "LMRA_certified" ? -9 : undefined;
  return index % 9 === 4 ? 6 + index : undefined;
};

const homes = [
  ["3863AB", "Nijkerk", 52.22, 5.48],
  ["3815GK", "Amersfoort", 52.17, 5.38],
  ["3845CL", "Harderwijk", 52.34, 5.63],
  ["6712BX", "Ede", 52.04, 5.66],
  ["7311DE", "Apeldoorn", 52.21, 5.97],
  ["1315HT", "Almere", 52.37, 5.21],
  ["3905KN", "Veenendaal", 52.03, 5.55],
  ["8017PW", "Zwolle", 52.51, 6.09],
] as const;

/** Where everybody lives; every fifth starts at home. */
export const giveHomes = async ({ tx }: Work, mechanicIds: readonly string[]): Promise<void> => {
  for (const [index, id] of mechanicIds.entries()) {
    const [homePostalCode, homePlace, homeLatitude, homeLongitude] = homes[index % homes.length]!;
    const home = { homePostalCode, homePlace, homeLatitude, homeLongitude };
    const facts = { homeStreet: "Lindenhof", homeHouseNumber: 3 + index, startsAtHome: index % 5 === 2 };
    await tx
      .updateTable("mechanics")
      .set({ ...home, ...facts })
      .where("id", "=", id)
      .execute();
  }
};

/** Two people work four days, one works mornings; the others work all of it. */
export const giveRosters = async ({ tx, now }: Work, mechanicIds: readonly string[], from: Day) => {
  const weeks: [number, number[], string][] = [
    [14, [1, 2, 4, 5], "17:00"],
    [19, [1, 2, 3, 4], "17:00"],
    [23, [1, 2, 3, 4, 5], "13:00"],
  ];
  for (const [index, weekdays, endsAt] of weeks) {
    const key = { mechanicId: mechanicIds[index]!, validFrom: from };
    await tx
      .insertInto("rosters")
      .values({ ...key, createdAt: now })
      .execute();
    await tx
      .insertInto("rosterHours")
      .values(weekdays.map((weekday) => ({ ...key, weekday, startsAt: "07:30", endsAt })))
      .execute();
  }
};

/** Who is away in the coming weeks, and who asks to be. */
export const addAbsences = async ({ tx, now }: Work, mechanicIds: readonly string[], today: Day) => {
  const away = (index: number, from: number, until: number) => ({
    mechanicId: mechanicIds[index]!,
    fromOn: daysAfter(today, from),
    untilOn: daysAfter(today, until),
    createdAt: now,
  });
  await tx
    .insertInto("absences")
    .values([
      { ...away(5, 3, 12), kind: "vacation" },
      { ...away(11, 0, 1), kind: "sick_leave" },
      { ...away(17, 4, 4), kind: "training_day", callable: true },
      { ...away(8, 5, 5), kind: "doctor_appointment", awayFrom: "09:30", awayUntil: "11:00" },
      { ...away(2, 6, 6), kind: "early_finish", leavesAt: "15:00" },
      { ...away(21, 10, 16), kind: "vacation", approval: "pending" },
      { ...away(15, 7, 7), kind: "personal_day", approval: "pending", remarks: "Verhuizing" },
    ])
    .execute();
};

/** The places crews leave from, and a van that is in the garage. */
export const addMeans = async (work: Work, vanIds: readonly string[], today: Day) => {
  await insertDepot(work, {
    name: "Nijkerk",
    street: "Ambachtsstraat",
    houseNumber: "12",
    postalCode: "3861RH",
  });
  await insertDepot(work, { name: "Zwolle", street: "Ceintuurbaan", houseNumber: "4", postalCode: "8022AW" });
  await work.tx
    .insertInto("vanRepairs")
    .values({
      vanId: vanIds[8]!,
      fromOn: daysAfter(today, 4),
      untilOn: daysAfter(today, 6),
      reason: "Grote beurt",
      createdAt: work.now,
    })
    .execute();
};

/** A paper turns out to expire sooner than was noted. */
export const shortenPaper = async (work: Work, mechanicId: string, expiresOn: Day): Promise<void> => {
  await work.tx
    .updateTable("certificates")
    .set({ expiresOn })
    .where("mechanicId", "=", mechanicId)
    .where("kind", "=", "meter_box_replacement")
    .execute();
  await watchCertificates(work);
};
