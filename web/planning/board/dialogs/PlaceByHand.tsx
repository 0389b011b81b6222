import { Button, Group, Select, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import type { PlanVisit } from "#planning/contract";
import { useFieldCheck } from "../../../ui/useFieldCheck.ts";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { useMoveVisits } from "../moves/useMoveVisits.ts";
import { rowsOf } from "../store/derived.ts";
import type { Target } from "../store/localMove.ts";
import { useBoard, useBoardValue } from "../store/useBoard.ts";
import { clockOf } from "../timeline/useVisitText.ts";
import { dialogWords } from "../words/dialogs.ts";
import styles from "./dialogs.module.css";

const first = "first";
const best = "best";

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const targetOf = (crewId: string, after: string, time: string): Target => {
  if (time) return { crewId, start: minutesOf(time) };
  if (after === best) return { crewId };
  return { crewId, afterId: after === first ? null : after };
};

/** Crew, order and time by one's own choice; what it breaks shows on the board. */
export const PlaceByHand = ({ visit, onClose }: { visit: PlanVisit; onClose: () => void }) => {
  const t = useWords(dialogWords);
  const { day } = useFormats();
  const tools = useBoard();
  const moveVisits = useMoveVisits(tools);
  const days = useBoardValue((state) => state.days);
  const visits = useBoardValue((state) => state.visits);
  const rows = useBoardValue(rowsOf);
  const [crewId, setCrewId] = useState(visit.at?.crewId ?? null);
  const [after, setAfter] = useState(best);
  const [time, setTime] = useState("");
  const crews = useMemo(
    () =>
      rows
        .flatMap(({ crewIds }) => [...crewIds.values()].flatMap((id) => days.get(id) ?? []))
        .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
        .map(({ crewId: value, name: crew, on }) => ({
          value,
          label: t("place.crewDay", { day: day(on), crew }),
        })),
    [rows, days, t, day],
  );
  const stops = (days.get(crewId ?? "")?.visitIds ?? []).flatMap((id) =>
    id === visit.id ? [] : (visits.get(id) ?? []),
  );
  const { checked, field } = useFieldCheck();
  const submit = () => {
    if (!crewId) return;
    moveVisits([visit.id], targetOf(crewId, after, time));
    onClose();
  };
  return (
    <form className={styles.part} onSubmit={checked(submit)} noValidate>
      <h3 className={styles.subtitle}>{t("place.byHand")}</h3>
      <div className={styles.row}>
        <Select
          label={t("place.crew")}
          searchable
          data={crews}
          value={crewId}
          onChange={(value) => {
            setCrewId(value);
            setAfter(best);
          }}
        />
        <Select
          label={t("place.after")}
          allowDeselect={false}
          disabled={time !== ""}
          data={[
            { value: best, label: t("place.best") },
            { value: first, label: t("place.first") },
            ...stops.map(({ id, customerName, at }) => ({
              value: id,
              label: `${clockOf(at?.start ?? 0)} ${customerName}`,
            })),
          ]}
          value={after}
          onChange={(value) => setAfter(value ?? best)}
        />
        <TextInput
          type="time"
          label={t("place.fixed")}
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
          {...field("time")}
        />
      </div>
      <Group gap={8}>
        <Button type="submit" disabled={!crewId}>
          {t("place.submit")}
        </Button>
        {visit.at && (
          <Button
            variant="default"
            onClick={() => {
              moveVisits([visit.id], null);
              onClose();
            }}
          >
            {t("place.takeOff")}
          </Button>
        )}
      </Group>
    </form>
  );
};
