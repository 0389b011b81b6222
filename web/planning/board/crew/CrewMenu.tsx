import { Menu } from "@mantine/core";
import { type PlanDay, planning } from "#planning/contract";
import { useQuery } from "../../../api/queries.ts";
import { useWords } from "../../../words/words.ts";
import { crewWords } from "../../means/crewWords.ts";
import { crewsOn } from "../store/derived.ts";
import { useBoard } from "../store/useBoard.ts";

interface CrewMenuProps {
  day: PlanDay;
  mechanicId: string | undefined;
  from: DOMRect;
  onClose: () => void;
}

const most = 3;

const PersonItems = ({ day, mechanicId }: { day: PlanDay; mechanicId: string }) => {
  const t = useWords(crewWords);
  const { store, crews } = useBoard();
  const assign = (crewId: string | null) => crews.assign({ mechanicId, on: day.on, crewId });
  const others = crewsOn(store.get(), day.on).filter(({ crewId }) => crewId !== day.crewId);
  return (
    <>
      <Menu.Label>{day.members.find(({ id }) => id === mechanicId)?.name}</Menu.Label>
      {others.map(({ crewId, name, van, members }) => (
        <Menu.Item key={crewId} disabled={members.length >= most} onClick={() => assign(crewId)}>
          {name} · {van}
        </Menu.Item>
      ))}
      <Menu.Item onClick={() => assign(null)}>{t("takeOff")}</Menu.Item>
    </>
  );
};

const VanItems = ({ day }: { day: PlanDay }) => {
  const t = useWords(crewWords);
  const { store, crews } = useBoard();
  const vans = useQuery(planning.vans, {}, { fresh: 60_000 });
  const taken = new Set(crewsOn(store.get(), day.on).map(({ van }) => van));
  const free = vans.data?.rows.filter(
    ({ active, name, repairs }) =>
      active &&
      !taken.has(name) &&
      !repairs.some(({ fromOn, untilOn }) => fromOn <= day.on && day.on <= untilOn),
  );
  return (
    <>
      <Menu.Label>{t("van")}</Menu.Label>
      {free?.map(({ id, name }) => (
        <Menu.Item key={id} onClick={() => crews.change({ crewId: day.crewId, vanId: id })}>
          {name}
        </Menu.Item>
      ))}
      {free?.length === 0 && <Menu.Item disabled>{t("noFreeVan")}</Menu.Item>}
    </>
  );
};

/** Another crew for a person, or another van for the crew. */
export const CrewMenu = ({ day, mechanicId, from, onClose }: CrewMenuProps) => (
  <Menu opened onChange={(isOpen) => !isOpen && onClose()} position="bottom-start" withinPortal>
    <Menu.Target>
      <span
        style={{
          position: "fixed",
          insetInlineStart: from.left,
          insetBlockStart: from.bottom,
          inlineSize: from.width,
          blockSize: 0,
        }}
      />
    </Menu.Target>
    <Menu.Dropdown style={{ maxBlockSize: 320, overflowY: "auto" }}>
      {mechanicId ? <PersonItems day={day} mechanicId={mechanicId} /> : <VanItems day={day} />}
    </Menu.Dropdown>
  </Menu>
);
