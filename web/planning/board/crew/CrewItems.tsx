import { Menu } from "@mantine/core";
import { type PlanDay, planning } from "#planning/contract";
import { useQuery } from "../../../api/queries.ts";
import { useWords } from "../../../words/words.ts";
import { crewWords } from "../../means/crewWords.ts";
import { useMoveCrews } from "../moves/useMoveCrews.ts";
import { useBoard } from "../store/useBoard.ts";
import { boardCrewWords } from "../words/crews.ts";
import { useCrewsOn, useFreePeople, useFreeVans } from "./useFree.ts";

const most = 3;
const fresh = 60_000;

/** People who are on no crew of the day. */
const FreePeople = ({ day }: { day: PlanDay }) => {
  const t = useWords(boardCrewWords);
  const moveCrews = useMoveCrews(useBoard());
  const free = useFreePeople(day.on);
  return (
    <>
      <Menu.Label>{t("add")}</Menu.Label>
      {free?.map(({ id, name }) => (
        <Menu.Item
          key={id}
          disabled={day.members.length >= most}
          onClick={() =>
            moveCrews({ kind: "person", mechanicId: id, fromCrewId: null, toCrewId: day.crewId }, name)
          }
        >
          {name}
        </Menu.Item>
      ))}
      {free?.length === 0 && <Menu.Item disabled>{t("noOneFree")}</Menu.Item>}
    </>
  );
};

/** Vans that stand still that day, and those of other crews to change with. */
const Vans = ({ day, crews }: { day: PlanDay; crews: readonly PlanDay[] }) => {
  const t = useWords(boardCrewWords);
  const c = useWords(crewWords);
  const moveCrews = useMoveCrews(useBoard());
  const free = useFreeVans(day.on);
  const others = crews.filter(({ crewId }) => crewId !== day.crewId);
  const take = (vanId: string) => moveCrews({ kind: "van", crewId: day.crewId, was: day.vanId, vanId });
  return (
    <>
      <Menu.Label>{t("van")}</Menu.Label>
      {free?.map(({ id, name }) => (
        <Menu.Item key={id} onClick={() => take(id)}>
          {name}
        </Menu.Item>
      ))}
      {free?.length === 0 && <Menu.Item disabled>{c("noFreeVan")}</Menu.Item>}
      {others.map(({ crewId, name, van, vanId }) => (
        <Menu.Item key={crewId} onClick={() => take(vanId)}>
          {t("swap", { van, crew: name })}
        </Menu.Item>
      ))}
    </>
  );
};

const Depots = ({ day }: { day: PlanDay }) => {
  const t = useWords(boardCrewWords);
  const moveCrews = useMoveCrews(useBoard());
  const depots = useQuery(planning.depots, {}, { fresh });
  const others = depots.data?.rows.filter(({ name, active }) => active && name !== day.depotName) ?? [];
  if (others.length === 0) return null;
  return (
    <>
      <Menu.Label>
        {t("depot")} {day.depotName}
      </Menu.Label>
      {others.map(({ id, name }) => (
        <Menu.Item key={id} onClick={() => moveCrews({ kind: "depot", crewId: day.crewId, depotId: id })}>
          {name}
        </Menu.Item>
      ))}
    </>
  );
};

/** A crew that only this plan has goes again. */
const TakeAway = ({ day }: { day: PlanDay }) => {
  const t = useWords(boardCrewWords);
  const moveCrews = useMoveCrews(useBoard());
  return (
    <>
      <Menu.Divider />
      <Menu.Item onClick={() => moveCrews({ kind: "away", crewId: day.crewId })}>{t("takeAway")}</Menu.Item>
    </>
  );
};

/** Who else may come along, which van a crew drives, and from where. */
export const CrewItems = ({ day }: { day: PlanDay }) => {
  const crews = useCrewsOn(day.on);
  return (
    <>
      <FreePeople day={day} />
      <Depots day={day} />
      <Vans day={day} crews={crews} />
      {day.isNew && <TakeAway day={day} />}
    </>
  );
};
