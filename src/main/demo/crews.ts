import { addDayCrews, addMechanic, addVan, fillDays, keepTemplate } from "#planning";
import { type Day, daysAfter, insertUser, setPassword, type Work, weekdayOf } from "#platform";
import { addAbsences, addMeans, giveHomes, giveRosters, papersOf } from "./means.ts";
import { demoPassword } from "./users.ts";

const names = [
  "Sam de Monteur",
  "Joris Kok",
  "Femke Bouwman",
  "Ahmed Yilmaz",
  "Tom Willems",
  "Lisa Verhoeven",
  "Koen Maas",
  "Dewi Santoso",
  "Jelle Postma",
  "Marit Evers",
  "Rick Scholten",
  "Nadia Bakkali",
  "Wout Timmer",
  "Bo Lammers",
  "Stijn Kramer",
  "Esra Demir",
  "Mark Hofman",
  "Ilse Prins",
  "Gijs Veldman",
  "Tess Rood",
  "Kasper Blom",
  "Anouk Vermeer",
  "Luuk Peters",
  "Jade Kuipers",
] as const;

const everybody = ["vehicle_charging_installation", "LMRA_certified", "electrical_safety_level_2"];
const extra = [
  ["three_phase_electrical", "smart_charging_configuration"],
  ["three_phase_electrical", "meter_box_replacement"],
  ["smart_charging_configuration"],
  ["three_phase_electrical", "meter_box_replacement", "smart_charging_configuration"],
] as const;

const crewsPerDay = 10;
/** People of each crew by their place in the list: six crews of two, four of three. */
const crewOf = (crew: number) =>
  crew < 4 ? [crew * 3, crew * 3 + 1, crew * 3 + 2] : [12 + (crew - 4) * 2, 13 + (crew - 4) * 2];

interface Somebody {
  mechanicId: string;
  userId: string;
  name: string;
}

export interface DemoCrews {
  /** Account with which the leader of a crew signs in, by crew id. */
  leaders: ReadonlyMap<string, { userId: string; name: string }>;
  mechanicIds: readonly string[];
}

const addPeople = async (work: Work, today: Day) => {
  const people: Somebody[] = [];
  for (const [index, name] of names.entries()) {
    const code = `M${String(index + 1).padStart(2, "0")}`;
    const email = index === 0 ? "sam@chargecars.example" : `${code.toLowerCase()}@chargecars.example`;
    const known = await work.tx
      .selectFrom("users")
      .select("id")
      .where("email", "=", email)
      .executeTakeFirst();
    const userId =
      known?.id ??
      (await insertUser(work, {
        name,
        email,
        role: "technician",
        scopes: ["technical.installations", "technical.photos", "technical.checklists"],
      }));
    const skills = [...everybody, ...extra[index % extra.length]!];
    const level = index % 6 === 5 ? "apprentice" : index % 3 === 0 ? "team_leader" : "senior";
    const mechanicId = await addMechanic(work, {
      code,
      name,
      firstName: name.split(" ")[0]!,
      level,
      skills,
      certificates: papersOf(
        index,
        skills.filter((skill) => skill !== "smart_charging_configuration"),
        today,
      ),
      userId,
    });
    people.push({ mechanicId, userId, name });
  }
  return people;
};

/** One hash serves all demo mechanics: hashing twenty-four times would only cost time. */
const shareDemoPassword = async (work: Work, userIds: readonly string[]) => {
  const [first, ...others] = userIds;
  await setPassword(work, first!, demoPassword);
  const { hash } = await work.tx
    .selectFrom("passwords")
    .select("hash")
    .where("userId", "=", first!)
    .executeTakeFirstOrThrow();
  const rows = others.map((userId) => ({ userId, hash, changedAt: work.now }));
  await work.tx
    .insertInto("passwords")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** The crews of the days that are over, as they were. */
const pastCrews = async (
  work: Work,
  {
    from,
    until,
    vans,
    people,
  }: { from: Day; until: Day; vans: readonly string[]; people: readonly Somebody[] },
) => {
  const leaders = new Map<string, Somebody>();
  for (let on = from; on <= until; on = daysAfter(on, 1)) {
    if (weekdayOf(on) > 5) continue;
    const ids = await addDayCrews(
      work,
      vans.map((vanId, crew) => ({
        on,
        name: `Ploeg ${crew + 1}`,
        vanId,
        mechanicIds: crewOf(crew).map((place) => people[place]!.mechanicId),
      })),
    );
    for (const [crew, id] of ids.entries()) leaders.set(id, people[crewOf(crew)[0]!]!);
  }
  return leaders;
};

/** The crews of the days to come, from the template: without those who are away and the van in the garage. */
const comingCrews = async (work: Work, given: { from: Day; until: Day; people: readonly Somebody[] }) => {
  const { from, until, people } = given;
  const template = await keepTemplate(work, { name: "Gewone week", weekOf: daysAfter(from, -14) });
  await fillDays(work, { from, until, like: { kind: "template", templateId: template.id } });
  const rows = await work.tx
    .selectFrom("dayCrewMembers")
    .select(["crewId", "mechanicId"])
    .where("onDay", ">=", from)
    .orderBy("position", "desc")
    .execute();
  const byId = new Map(people.map((person) => [person.mechanicId, person]));
  return rows.map(({ crewId, mechanicId }) => [crewId, byId.get(mechanicId)!] as const);
};

/** Twenty-four mechanics, ten vans, and their crews on every working day of the period; from today on from a template. */
export const addCrews = async (
  work: Work,
  { from, today, until }: { from: Day; today: Day; until: Day },
): Promise<DemoCrews> => {
  const people = await addPeople(work, today);
  const mechanicIds = people.map(({ mechanicId }) => mechanicId);
  await shareDemoPassword(
    work,
    people.map(({ userId }) => userId),
  );
  const vans: string[] = [];
  for (let index = 0; index < crewsPerDay; index += 1)
    vans.push(
      await addVan(work, {
        plate: `V-${String(100 + index)}-CC`,
        name: `Bus ${index + 1}`,
        capacity: 4 + (index % 3),
        ...(index % 4 === 0 ? { skills: ["digging"], equipment: ["Minigraver"] } : {}),
      }),
    );
  const leaders = await pastCrews(work, { from, until: today, vans, people });
  await giveHomes(work, mechanicIds);
  await giveRosters(work, mechanicIds, daysAfter(today, 1));
  await addAbsences(work, mechanicIds, today);
  await addMeans(work, vans, today);
  for (const [id, leader] of await comingCrews(work, { from: daysAfter(today, 1), until, people }))
    leaders.set(id, leader);
  return { leaders, mechanicIds };
};
