import { Menu } from "@mantine/core";
import { useState } from "react";
import type { CrewCard, CrewWeek, PersonDay } from "#planning/contract";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { crewWords } from "./crewWords.ts";
import styles from "./means.module.css";
import type { CrewMoves } from "./useCrewMoves.ts";
import { meansWords } from "./words.ts";

export type MatrixPerson = CrewWeek["mechanics"][number];

/** What is carried while somebody is dragged. */
export const personMime = "application/x-chargecars-person";

/** Who was dropped, and of which day. */
export const droppedPerson = (data: DataTransfer) => {
  const text = data.getData(personMime);
  return text ? (JSON.parse(text) as { mechanicId: string; on: string }) : undefined;
};

interface PersonCellProps {
  person: MatrixPerson;
  day: PersonDay;
  crews: readonly CrewCard[];
  moves: CrewMoves;
  mayPlan: boolean;
  onNewCrew: (mechanicId: string, on: string) => void;
}

/** One person on one day: shows the crew or why there is none; a menu or a drag puts the person on another one. */
export const PersonCell = ({ person, day, crews, moves, mayPlan, onNewCrew }: PersonCellProps) => {
  const t = useWords(crewWords);
  const m = useWords(meansWords);
  const { day: dayText } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const [isOver, setOver] = useState(false);
  const crew = crews.find(({ id }) => id === day.crewId);
  const away = day.absence ? m(`absence.${day.absence as "vacation"}`) : undefined;
  const text = {
    crew: crew?.name ?? t("crew"),
    free: t("free"),
    off: t("off"),
    absent: away ?? t("free"),
  }[day.state];
  const isWrong = crew?.breaches.some(
    ({ kind, detail }) => kind.startsWith("person_") && detail === person.name,
  );
  const assign = (crewId: string | null) => moves.assign({ mechanicId: person.id, on: day.on, crewId });
  const button = (
    <button
      type="button"
      className={styles.cell}
      data-state={day.state}
      data-wrong={isWrong || undefined}
      data-over={isOver || undefined}
      disabled={!mayPlan}
      draggable={mayPlan}
      aria-label={t("assign", { name: person.name, day: dayText(day.on), now: text })}
      onDragStart={(event) => {
        event.dataTransfer.setData(personMime, JSON.stringify({ mechanicId: person.id, on: day.on }));
        event.dataTransfer.effectAllowed = "move";
      }}
      onDragOver={(event) => {
        if (!crew || !event.dataTransfer.types.includes(personMime)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const dropped = droppedPerson(event.dataTransfer);
        if (crew && dropped?.on === day.on) moves.assign({ ...dropped, crewId: crew.id });
      }}
    >
      {text}
      {day.state === "crew" && away && <span className={styles.wrong}> · {away}</span>}
    </button>
  );
  if (!mayPlan) return button;
  if (!isOpen)
    return (
      <span role="none" onClick={() => setOpen(true)}>
        {button}
      </span>
    );
  return (
    <Menu opened onChange={setOpen} position="bottom-start" shadow="md" withinPortal>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown style={{ maxBlockSize: 320, overflowY: "auto" }}>
        <Menu.Label>{away && day.state === "absent" ? t("away", { kind: away }) : person.name}</Menu.Label>
        {crews.map(({ id, name, mechanicIds, van }) => (
          <Menu.Item
            key={id}
            disabled={id === day.crewId || mechanicIds.length >= 3}
            onClick={() => assign(id)}
          >
            {name} <span className={styles.soft}>{van}</span>
          </Menu.Item>
        ))}
        {crew && <Menu.Item onClick={() => assign(null)}>{t("takeOff")}</Menu.Item>}
        <Menu.Item onClick={() => onNewCrew(person.id, day.on)}>{t("newCrew")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
