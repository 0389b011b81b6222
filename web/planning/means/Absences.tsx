import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { type AbsenceView, planning } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useAction } from "../../api/useAction.ts";
import { useMay } from "../../identity/session.tsx";
import { Go } from "../../ui/Go.tsx";
import { meant } from "../../ui/meant.ts";
import { StatusBadge } from "../../ui/StatusBadge.tsx";
import { EmptyState, ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { tellDone } from "../../ui/tell.ts";
import type { Tone } from "../../ui/theme.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { plusDays } from "../weekDays.ts";
import { AbsenceForm } from "./AbsenceForm.tsx";
import { ListSearch, useSearch } from "./ListSearch.tsx";
import styles from "./means.module.css";
import { meansWords } from "./words.ts";

const tones: Record<AbsenceView["approval"], Tone> = {
  pending: "warning",
  approved: "success",
  rejected: "neutral",
  cancelled: "neutral",
};

/** Planned visits that somebody's absence touches, each with who could stand in. */
const Hits = ({ absenceId }: { absenceId: string }) => {
  const t = useWords(meansWords);
  const { moment } = useFormats();
  const { data } = useQuery(planning.absenceHits, { absenceId });
  if (!data || data.visits.length === 0) return null;
  return (
    <>
      <div className={styles.soon}>{t("hits", { count: data.visits.length })}</div>
      <ul className={styles.hits}>
        {data.visits.map((visit) => {
          const able = data.standIns.find(({ visitId }) => visitId === visit.id)?.mechanics ?? [];
          const names = able.map(({ name }) => name).join(", ");
          return (
            <li key={visit.id}>
              <Go to={`/orders/${visit.orderId}?at=visits`}>{visit.customerName}</Go>{" "}
              {visit.plannedStart && moment(visit.plannedStart)}.{" "}
              {able.length > 0 ? t("standIn", { names }) : t("noStandIn")}
            </li>
          );
        })}
      </ul>
    </>
  );
};

const When = ({ absence }: { absence: AbsenceView }) => {
  const t = useWords(meansWords);
  const { day } = useFormats();
  const { fromOn, untilOn, comesAt, leavesAt, awayFrom, awayUntil } = absence;
  const part = comesAt
    ? t("comes", { time: comesAt })
    : leavesAt
      ? t("leaves", { time: leavesAt })
      : awayFrom && awayUntil
        ? t("between", { from: awayFrom, until: awayUntil })
        : t("wholeDay");
  return (
    <>
      {fromOn === untilOn ? day(fromOn) : `${day(fromOn)} – ${day(untilOn)}`}
      <div className={styles.soft}>{part}</div>
    </>
  );
};

const Decide = ({ absence }: { absence: AbsenceView }) => {
  const t = useWords(meansWords);
  const decide = useAction(planning.decideAbsence, {
    onDone: ({ visits }, { approval }) =>
      tellDone(approval === "approved" ? t("hits", { count: visits.length }) : t("saved")),
  });
  const button = (approval: "approved" | "rejected" | "cancelled", label: string) => (
    <Button
      size="compact-xs"
      variant={approval === "approved" ? "light" : "default"}
      disabled={decide.isRunning}
      onClick={() => decide.run({ absenceId: absence.id, approval })}
    >
      {label}
    </Button>
  );
  return (
    <div className={styles.buttons}>
      {absence.approval !== "approved" && button("approved", t("approve"))}
      {absence.approval === "pending" && button("rejected", t("reject"))}
      {absence.approval === "approved" && button("cancelled", t("callOff"))}
    </div>
  );
};

/** Who is away or asks to be, from today on, and what planned work that touches. */
export const Absences = () => {
  const t = useWords(meansWords);
  const { today } = useFormats();
  const mayPlan = useMay()("operations.planning");
  const [isAdding, setAdding] = useState(false);
  const search = useSearch();
  const query = useQuery(planning.absences, { from: today(), until: plusDays(today(), 366) });
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={8} />;
  const { rows } = query.data;
  const shown = meant(rows, search, ({ mechanicName, kind, approval, remarks }) => [
    mechanicName,
    t(`absence.${kind}`),
    t(`approval.${approval}`),
    remarks,
  ]);
  return (
    <>
      <div className={styles.tools}>
        {rows.length > 0 && <ListSearch />}
        {mayPlan && (
          <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
            {t("addAbsence")}
          </Button>
        )}
      </div>
      {rows.length === 0 && <EmptyState title={t("noAbsences")} text={t("noAbsencesText")} />}
      {rows.length > 0 && shown.length === 0 && (
        <EmptyState title={t("noneFound")} text={t("noneFoundText")} />
      )}
      {shown.length > 0 && (
        <table className={styles.table} data-stacked>
          <thead>
            <tr>
              <th scope="col">{t("mechanic")}</th>
              <th scope="col">{t("from")}</th>
              <th scope="col">{t("kind")}</th>
              <th scope="col">{t("decision")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((absence) => (
              <tr key={absence.id}>
                <td>{absence.mechanicName}</td>
                <td>
                  <When absence={absence} />
                </td>
                <td>
                  {t(`absence.${absence.kind}`)}{" "}
                  <StatusBadge label={t(`approval.${absence.approval}`)} tone={tones[absence.approval]} />
                  {absence.callable && <div className={styles.soft}>{t("callable")}</div>}
                  {absence.remarks && <div className={styles.soft}>{absence.remarks}</div>}
                  {(absence.approval === "approved" || absence.approval === "pending") && (
                    <Hits absenceId={absence.id} />
                  )}
                </td>
                <td>{mayPlan && <Decide absence={absence} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isAdding && <AbsenceForm onClose={() => setAdding(false)} />}
    </>
  );
};
