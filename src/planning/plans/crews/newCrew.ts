import { type Db, invalidInput } from "#platform";
import { crewNameTaken, personOnOtherCrew, vanOnOtherCrew } from "../../crews/problems.ts";
import { usualHours } from "../../crews/usualHours.ts";
import { homeDepot } from "../../means/depots.ts";
import { notInPlan } from "../problems.ts";
import type { OpenPlan } from "../steps.ts";
import { mustBeFree, mustBeThere } from "./mustBeThere.ts";
import type { CrewMake, CrewMove } from "./views.ts";

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** A crew of the draft, or of any day, must not become this one. */
const mustBeAnother = async (db: Db, { state }: OpenPlan, crewId: string) => {
  const known = await db.selectFrom("dayCrews").select("id").where("id", "=", crewId).executeTakeFirst();
  if (!known && !state.data.crews.some((crew) => crew.crewId === crewId)) return;
  throw invalidInput({
    errors: [{ pointer: "/move/crewId", problem: "taken", message: "another crew has this id" }],
  });
};

/** How a crew is made that a draft is to have besides those in force; throws when name, van or people are taken that day. */
export const newCrew = async (
  db: Db,
  plan: OpenPlan,
  move: Extract<CrewMove, { kind: "new" }>,
): Promise<CrewMake> => {
  const { state, row } = plan;
  const { crewId, on, name, vanId, startsAt = usualHours.startsAt, endsAt = usualHours.endsAt } = move;
  const memberIds = [...new Set(move.mechanicIds)];
  if (on < row.fromOn || on > row.untilOn) throw notInPlan({ ids: [crewId] });
  if (endsAt <= startsAt)
    throw invalidInput({
      errors: [{ pointer: "/move/endsAt", problem: "not-valid", message: "after the beginning" }],
    });
  const others = state.data.crews.filter(({ onDay }) => onDay === on);
  if (others.some((crew) => crew.name === name)) throw crewNameTaken();
  if (others.some((crew) => crew.vanId === vanId)) throw vanOnOtherCrew();
  if (others.some(({ members }) => members.some(({ id }) => memberIds.includes(id))))
    throw personOnOtherCrew();
  await mustBeAnother(db, plan, crewId);
  await mustBeFree(db, on, vanId);
  await mustBeThere(db, memberIds, { on, crewName: name });
  return {
    memberIds,
    vanId,
    depot: homeDepot,
    isNew: { on, name, from: minutesOf(startsAt), until: minutesOf(endsAt) },
  };
};
