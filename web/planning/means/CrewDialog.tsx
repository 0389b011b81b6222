import { Button, Modal, MultiSelect, NumberInput, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { type CrewCard, type CrewPlace, planning } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useFieldCheck } from "../../ui/useFieldCheck.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { crewChanges } from "./crewChanges.ts";
import { crewWords } from "./crewWords.ts";
import styles from "./means.module.css";
import type { CrewMoves } from "./useCrewMoves.ts";

interface CrewDialogProps {
  /** The crew to change; without one a new crew is made. */
  crew: CrewCard | undefined;
  on: string;
  mechanicIds: readonly string[];
  moves: CrewMoves;
  onClose: () => void;
}

/** Depots and the homes of those who may start there. */
const usePlaces = (crew: CrewCard | undefined): CrewPlace[] => {
  const t = useWords(crewWords);
  const depots = useQuery(planning.depots, {}).data?.rows ?? [];
  const people = useQuery(planning.mechanics, {}).data?.rows ?? [];
  const homes = people.flatMap(({ firstName, startsAtHome, home: { latitude, longitude } }) =>
    startsAtHome && latitude !== null && longitude !== null
      ? [{ name: t("homeOf", { name: firstName }), latitude, longitude }]
      : [],
  );
  const known = [crew?.start, crew?.end ?? undefined].filter((place) => place !== undefined);
  const all = [
    ...depots.map(({ name, latitude, longitude }) => ({ name, latitude, longitude })),
    ...homes,
    ...known,
  ];
  return [...new Map(all.map((place) => [place.name, place])).values()];
};

/** Makes or changes a crew of a day. */
export const CrewDialog = ({ crew, on, mechanicIds, moves, onClose }: CrewDialogProps) => {
  const t = useWords(crewWords);
  const { longDay } = useFormats();
  const people = useQuery(planning.mechanics, {}).data?.rows ?? [];
  const vans = useQuery(planning.vans, {}).data?.rows ?? [];
  const places = usePlaces(crew);
  const [name, setName] = useState(crew?.name ?? "");
  const [vanId, setVanId] = useState<string | null>(crew?.vanId ?? null);
  const [members, setMembers] = useState<string[]>([...(crew?.mechanicIds ?? mechanicIds)]);
  const [startsAt, setStartsAt] = useState(crew?.startsAt ?? "07:30");
  const [endsAt, setEndsAt] = useState(crew?.endsAt ?? "17:00");
  const [maxJobs, setMaxJobs] = useState<number | null>(crew?.maxJobs ?? null);
  const [start, setStart] = useState<string | null>(crew?.start.name ?? null);
  const [end, setEnd] = useState<string | null>(crew?.end?.name ?? null);
  const placeOf = (given: string | null) => places.find((place) => place.name === given);
  const { checked, field } = useFieldCheck();
  const submit = () => {
    if (!vanId || name.trim() === "") return;
    const from = placeOf(start);
    const facts = {
      name: name.trim(),
      vanId,
      mechanicIds: members,
      startsAt,
      endsAt,
      maxJobs,
      end: placeOf(end) ?? null,
      ...(from ? { start: from } : {}),
    };
    const changes = crew && crewChanges(crew, facts);
    if (changes) moves.change({ crewId: crew.id, ...changes });
    if (!crew) moves.make({ on, ...facts });
    onClose();
  };
  const placeNames = places.map((place) => place.name);
  const canRemove = crew?.visits === 0;
  return (
    <Modal opened onClose={onClose} title={`${crew?.name ?? t("make")}, ${longDay(on)}`} size="lg">
      <form className={styles.form} onSubmit={checked(submit)} noValidate>
        <div className={styles.row}>
          <TextInput
            label={t("name")}
            required
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            {...field("name")}
          />
          <Select
            label={t("van")}
            required
            searchable
            data={vans.filter(({ active }) => active).map(({ id, name: label }) => ({ value: id, label }))}
            value={vanId}
            onChange={setVanId}
            {...field("van")}
          />
        </div>
        <MultiSelect
          label={t("people")}
          searchable
          maxValues={3}
          data={people.map(({ id, name: label }) => ({ value: id, label }))}
          value={members}
          onChange={setMembers}
        />
        <div className={styles.row}>
          <TextInput
            type="time"
            label={t("starts")}
            required
            withAsterisk={false}
            value={startsAt}
            onChange={(event) => setStartsAt(event.currentTarget.value)}
            {...field("startsAt")}
          />
          <TextInput
            type="time"
            label={t("ends")}
            required
            withAsterisk={false}
            min={startsAt}
            value={endsAt}
            onChange={(event) => setEndsAt(event.currentTarget.value)}
            {...field("endsAt")}
          />
          <NumberInput
            label={t("maxJobs")}
            min={1}
            max={20}
            value={maxJobs ?? ""}
            onChange={(value) => setMaxJobs(value === "" ? null : Number(value))}
          />
        </div>
        <div className={styles.row}>
          <Select label={t("start")} data={placeNames} value={start} onChange={setStart} />
          <Select
            label={t("end")}
            placeholder={t("sameAsStart")}
            clearable
            data={placeNames}
            value={end}
            onChange={setEnd}
          />
        </div>
        <div className={styles.buttons}>
          <Button type="submit" disabled={!vanId || name.trim() === "" || (!crew && members.length === 0)}>
            {crew ? t("save") : t("make")}
          </Button>
          {canRemove && (
            <Button
              variant="default"
              onClick={() => {
                moves.remove([crew.id]);
                onClose();
              }}
            >
              {t("remove")}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  );
};
