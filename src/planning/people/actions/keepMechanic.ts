import { action, refuseBackwards, refuseFarAhead, type Work } from "#platform";
import { planning as contract } from "../../contract.ts";
import { meansChanged } from "../../events.ts";
import { mayPlan } from "../../policy.ts";
import { homeColumns, lockMechanic, type TypedHome, writeMechanic } from "../mechanics.ts";
import { mechanicView } from "../queries/mechanics.ts";

type Given = { home?: TypedHome | null | undefined };

const columnsOf = async <T extends Given>(work: Work, { home, ...facts }: T) => ({
  ...facts,
  ...(home === undefined ? {} : await homeColumns(work, home)),
});

type Employment = { activeFrom?: string | null | undefined; activeUntil?: string | null | undefined };

/** Somebody is taken on before they leave, and not years from now: that is a slip of the year. */
const mustMakeSense = ({ now }: Work, { activeFrom, activeUntil }: Employment) => {
  refuseFarAhead({ activeFrom }, now);
  refuseBackwards("activeUntil", activeFrom, activeUntil);
};

/** Somebody new on the crews. */
export const addMechanicByHand = action(contract.addMechanic, async (work, given) => {
  work.authorize(mayPlan(work.actor));
  mustMakeSense(work, given);
  const id = await writeMechanic(work, null, await columnsOf(work, given));
  work.note({ recordType: "mechanic", recordId: id });
  work.announce(meansChanged({ id, what: "mechanic" }));
  return mechanicView(work.tx, id, work.now);
});

/** Changes who somebody is; what the planner sees follows at once. */
export const changeMechanic = action(contract.changeMechanic, async (work, { mechanicId, ...given }) => {
  work.authorize(mayPlan(work.actor));
  const before = await lockMechanic(work.tx, mechanicId);
  mustMakeSense(work, { ...before, ...given });
  const facts = await columnsOf(work, given);
  await writeMechanic(work, mechanicId, facts);
  const { home: _home, ...plain } = given;
  const changes = {
    ...Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [key, [before[key as keyof typeof before], value]]),
    ),
    // The log is never emptied, so it does not repeat where somebody lived.
    ...(given.home === undefined ? {} : { fields: ["home"] }),
  };
  work.note({ recordType: "mechanic", recordId: mechanicId, changes: changes as never });
  work.announce(meansChanged({ id: mechanicId, what: "mechanic" }));
  return mechanicView(work.tx, mechanicId, work.now);
});
