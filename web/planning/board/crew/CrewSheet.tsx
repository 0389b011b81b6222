import { Button, Drawer, Select } from "@mantine/core";
import type { PlanDay } from "#planning/contract";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { useMoveCrews } from "../moves/useMoveCrews.ts";
import { useBoard, useDay } from "../store/useBoard.ts";
import { boardCrewWords } from "../words/crews.ts";
import styles from "./crew.module.css";
import { useCrewsOn, useFreePeople, useFreeVans } from "./useFree.ts";

const most = 3;

const Members = ({ day }: { day: PlanDay }) => {
  const t = useWords(boardCrewWords);
  const moveCrews = useMoveCrews(useBoard());
  if (day.members.length === 0) return <p className={styles.soft}>{t("noOne")}</p>;
  return (
    <ul className={styles.members}>
      {day.members.map(({ id, name }) => (
        <li key={id}>
          {name}
          <Button
            variant="default"
            size="sm"
            aria-label={t("takeOffName", { name })}
            onClick={() =>
              moveCrews({ kind: "person", mechanicId: id, fromCrewId: day.crewId, toCrewId: null }, name)
            }
          >
            {t("takeOff")}
          </Button>
        </li>
      ))}
    </ul>
  );
};

/** Somebody who is free that day, or who comes over from another crew. */
const AddPerson = ({ day }: { day: PlanDay }) => {
  const t = useWords(boardCrewWords);
  const moveCrews = useMoveCrews(useBoard());
  const free = useFreePeople(day.on) ?? [];
  const others = useCrewsOn(day.on).filter(({ crewId }) => crewId !== day.crewId);
  const onCrews = others.flatMap(({ crewId, name: crew, members }) =>
    members.map(({ id, name }) => ({ id, name, crew, crewId })),
  );
  const add = (id: string | null) => {
    const from = onCrews.find((person) => person.id === id);
    const name = from?.name ?? free.find((person) => person.id === id)?.name;
    if (id)
      moveCrews(
        { kind: "person", mechanicId: id, fromCrewId: from?.crewId ?? null, toCrewId: day.crewId },
        name,
      );
  };
  return (
    <Select
      size="md"
      label={t("addPerson")}
      placeholder={day.members.length < most ? t("choose") : t("full", { crew: day.name })}
      disabled={day.members.length >= most}
      data={[
        { group: t("free"), items: free.map(({ id, name }) => ({ value: id, label: name })) },
        {
          group: t("swapGroup"),
          items: onCrews.map(({ id, name, crew }) => ({ value: id, label: t("moveHere", { name, crew }) })),
        },
      ]}
      value={null}
      onChange={add}
    />
  );
};

const ChooseVan = ({ day }: { day: PlanDay }) => {
  const t = useWords(boardCrewWords);
  const moveCrews = useMoveCrews(useBoard());
  const free = useFreeVans(day.on) ?? [];
  const others = useCrewsOn(day.on).filter(({ crewId }) => crewId !== day.crewId);
  return (
    <Select
      size="md"
      label={t("whichVan")}
      allowDeselect={false}
      data={[
        { value: day.vanId, label: day.van },
        { group: t("free"), items: free.map(({ id, name }) => ({ value: id, label: name })) },
        {
          group: t("swapGroup"),
          items: others.map(({ vanId, van, name }) => ({
            value: vanId,
            label: t("swapWith", { van, crew: name }),
          })),
        },
      ]}
      value={day.vanId}
      onChange={(vanId) => {
        if (vanId && vanId !== day.vanId)
          moveCrews({ kind: "van", crewId: day.crewId, was: day.vanId, vanId });
      }}
    />
  );
};

/** A crew on a phone: who goes along and in which van, chosen instead of dragged. */
export const CrewSheet = ({ crewId, onClose }: { crewId: string; onClose: () => void }) => {
  const t = useWords(boardCrewWords);
  const { longDay } = useFormats();
  const moveCrews = useMoveCrews(useBoard());
  const day = useDay(crewId);
  if (!day) return null;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size="auto"
      title={t("changeOf", { crew: day.name, day: longDay(day.on) })}
    >
      <div className={styles.form}>
        <section aria-label={t("who")}>
          <h3 className={styles.title}>{t("who")}</h3>
          <Members day={day} />
        </section>
        <AddPerson day={day} />
        <ChooseVan day={day} />
        {day.isNew && (
          <Button
            variant="default"
            onClick={() => {
              moveCrews({ kind: "away", crewId });
              onClose();
            }}
          >
            {t("takeAway")}
          </Button>
        )}
      </div>
    </Drawer>
  );
};
