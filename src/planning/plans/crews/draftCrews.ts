import { sql } from "kysely";
import type { Db } from "#platform";
import { type CrewFacts, type CrewMember, peopleOn } from "../planCrews.ts";
import type { PlanData } from "../planData.ts";
import { type Makes, makesOf, sameMake } from "./make.ts";
import type { CrewMake } from "./views.ts";

interface Van {
  id: string;
  name: string;
  skills: string[];
  capacity: number | null;
}

const wholeDay = 1440;

/** What people and van amount to on a crew's day: when it is there, and what it can do. */
const madeOf = (crew: CrewFacts, make: CrewMake, members: CrewMember[], van: Van): CrewFacts => {
  const there = members.filter(({ isAbsent }) => !isAbsent);
  const pieces = there.filter(({ despite }) => !despite).flatMap(({ away }) => away);
  const comes = pieces.filter(({ from }) => from === 0).map(({ until }) => until);
  const leaves = pieces.filter(({ until }) => until === wholeDay).map(({ from }) => from);
  const { name: depotName, latitude, longitude } = make.depot;
  return {
    ...crew,
    members,
    vanId: van.id,
    van: van.name,
    vanSkills: van.skills,
    capacity: van.capacity,
    skills: [...new Set([...there.flatMap(({ skills }) => skills), ...van.skills])].toSorted(),
    starts: Math.max(crew.ownStarts, ...comes),
    ends: Math.min(crew.ownEnds, ...leaves),
    away: pieces
      .filter(({ from, until }) => from > 0 && until < wholeDay)
      .toSorted((a, b) => a.from - b.from),
    depotName,
    latitude,
    longitude,
    ...(crew.hasOwnEnd ? {} : { endLatitude: latitude, endLongitude: longitude }),
  };
};

const personKey = (on: string, id: string) => `${on} ${id}`;

/** People and vans that a crew may be made of, also those on no crew in force. */
const partsFor = async (db: Db, { crewsInForce }: PlanData, makes: Makes) => {
  const dayOf = new Map(crewsInForce.map(({ crewId, onDay }) => [crewId, onDay]));
  const people = new Map(
    crewsInForce.flatMap(({ onDay, members }) =>
      members.map((member) => [personKey(onDay, member.id), member] as const),
    ),
  );
  const vans = new Map(
    crewsInForce.map(({ vanId, van, vanSkills, capacity }) => [
      vanId,
      { id: vanId, name: van, skills: vanSkills, capacity },
    ]),
  );
  const wanted = [...makes].flatMap(([crewId, { memberIds, isNew }]) => {
    const on = isNew?.on ?? dayOf.get(crewId);
    return on ? memberIds.filter((id) => !people.has(personKey(on, id))).map((id) => ({ id, on })) : [];
  });
  for (const { on, ...member } of await peopleOn(db, wanted)) people.set(personKey(on, member.id), member);
  const strange = [...makes.values()].map(({ vanId }) => vanId).filter((id) => !vans.has(id));
  if (strange.length > 0) {
    const { rows } =
      await sql<Van>`select id, name, skills, capacity from vans where id = any(${strange}::uuid[])`.execute(
        db,
      );
    for (const van of rows) vans.set(van.id, van);
  }
  return { people, vans };
};

/** A crew that only the draft has, before it has people and a van. */
const bareCrew = (crewId: string, { on, name, from, until }: NonNullable<CrewMake["isNew"]>): CrewFacts => ({
  crewId,
  onDay: on,
  name,
  starts: from,
  ends: until,
  ownStarts: from,
  ownEnds: until,
  latitude: 0,
  longitude: 0,
  depotName: "",
  endLatitude: 0,
  endLongitude: 0,
  hasOwnEnd: false,
  skills: [],
  maxJobs: null,
  capacity: null,
  van: "",
  vanId: "",
  members: [],
  vanSkills: [],
  away: [],
  isNew: true,
});

/** The data of a plan with its crews made otherwise than in force. Who was added although away counts only where a planner said so in force. */
export const withMakes = async (db: Db, data: PlanData, makes: Makes): Promise<PlanData> => {
  const inForce = makesOf(data.crewsInForce);
  const changed = new Map(
    [...makes].filter(([id, make]) => {
      const was = inForce.get(id);
      return was ? !sameMake(make, was) : make.isNew !== undefined;
    }),
  );
  if (changed.size === 0) return { ...data, crews: data.crewsInForce };
  const { people, vans } = await partsFor(db, data, changed);
  const fresh = [...changed].flatMap(([id, { isNew }]) =>
    isNew && !inForce.has(id) ? [bareCrew(id, isNew)] : [],
  );
  const crews = [...data.crewsInForce, ...fresh].map((crew) => {
    const make = changed.get(crew.crewId);
    const van = make && vans.get(make.vanId);
    if (!make || !van) return crew;
    const members = make.memberIds.flatMap((id) => people.get(personKey(crew.onDay, id)) ?? []);
    return madeOf(crew, make, members, van);
  });
  return { ...data, crews };
};
