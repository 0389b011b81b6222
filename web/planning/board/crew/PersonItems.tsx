import { Menu } from "@mantine/core";
import type { PlanDay } from "#planning/contract";
import { useWords } from "../../../words/words.ts";
import { useMoveCrews } from "../moves/useMoveCrews.ts";
import { crewsOn } from "../store/derived.ts";
import { useBoard } from "../store/useBoard.ts";
import { boardCrewWords } from "../words/crews.ts";

const most = 3;

/** Where somebody of a crew can go that day. */
export const PersonItems = ({ day, mechanicId }: { day: PlanDay; mechanicId: string }) => {
  const t = useWords(boardCrewWords);
  const tools = useBoard();
  const moveCrews = useMoveCrews(tools);
  const name = day.members.find(({ id }) => id === mechanicId)?.name ?? "";
  const go = (toCrewId: string | null) =>
    moveCrews({ kind: "person", mechanicId, fromCrewId: day.crewId, toCrewId }, name);
  const others = crewsOn(tools.store.get(), day.on).filter(({ crewId }) => crewId !== day.crewId);
  return (
    <>
      <Menu.Label>
        {name} · {t("others")}
      </Menu.Label>
      {others.map(({ crewId, name: crew, van, members }) => (
        <Menu.Item key={crewId} disabled={members.length >= most} onClick={() => go(crewId)}>
          {crew} · {van}
        </Menu.Item>
      ))}
      <Menu.Item onClick={() => go(null)}>{t("takeOff")}</Menu.Item>
    </>
  );
};
