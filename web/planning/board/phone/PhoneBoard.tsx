import { Button, UnstyledButton } from "@mantine/core";
import { lazy, memo, Suspense, useRef, useState } from "react";
import type { PlanDay } from "#planning/contract";
import { EmptyState } from "../../../ui/states.tsx";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { useDuration, useVisitNames } from "../../visitNames.ts";
import { crewsOn, poolOf } from "../store/derived.ts";
import { useBoard, useBoardValue, useVisit } from "../store/useBoard.ts";
import { DayLoad } from "../timeline/CrewHead.tsx";
import { clockOf } from "../timeline/useVisitText.ts";
import { VisitMarks } from "../timeline/VisitMarks.tsx";
import { boardWords } from "../words/board.ts";
import { boardCrewWords } from "../words/crews.ts";
import { sideWords } from "../words/side.ts";
import styles from "./phone.module.css";

const PhoneVisit = ({ id }: { id: string }) => {
  const t = useWords(sideWords);
  const names = useVisitNames();
  const duration = useDuration();
  const { marks, open, askPlace, mayPlan } = useBoard();
  const visit = useVisit(id);
  if (!visit) return null;
  return (
    <li
      className={styles.visit}
      data-visit={id}
      data-locked={visit.isLocked || undefined}
      data-moved={visit.isChanged || undefined}
    >
      <UnstyledButton
        className={styles.what}
        onClick={() => {
          marks.focus(id);
          open(id);
        }}
      >
        <span className={styles.top}>
          {visit.at && clockOf(visit.at.start)} <strong>{visit.customerName}</strong>
          <VisitMarks visit={visit} />
        </span>
        <span className={styles.soft}>
          {[visit.place, names("kind", visit.kind), duration(visit.minutes)].filter(Boolean).join(" · ")}
        </span>
      </UnstyledButton>
      {mayPlan && !visit.isLocked && (
        <Button size="sm" variant="default" onClick={() => askPlace(id)}>
          {visit.at ? t("move") : t("choose")}
        </Button>
      )}
    </li>
  );
};

const CrewSheet = lazy(() =>
  import("../crew/CrewSheet.tsx").then(({ CrewSheet }) => ({ default: CrewSheet })),
);

const Crew = ({ day, onChange }: { day: PlanDay; onChange: (crewId: string) => void }) => {
  const t = useWords(boardWords);
  const c = useWords(boardCrewWords);
  const { mayPlan } = useBoard();
  return (
    <section className={styles.crew} data-crew={day.crewId}>
      <div className={styles.crewTop}>
        <h2 className={styles.head}>
          {day.name} {day.isNew && <span className={styles.soft}>{c("new")}</span>}
        </h2>
        {mayPlan && (
          <Button
            size="sm"
            variant="default"
            aria-label={`${c("change")}: ${day.name}`}
            onClick={() => onChange(day.crewId)}
          >
            {c("change")}
          </Button>
        )}
      </div>
      <p className={styles.soft}>
        {[day.members.map(({ firstName }) => firstName).join(", ") || c("nobody"), day.van].join(" · ")}
      </p>
      <DayLoad day={day} />
      {day.visitIds.length === 0 && <p className={styles.soft}>{t("empty")}</p>}
      <ul className={styles.list}>
        {day.visitIds.map((id) => (
          <PhoneVisit key={id} id={id} />
        ))}
      </ul>
    </section>
  );
};

const mostShown = 60;

/** The board on a phone: a day's visits by crew below each other, moved by the dialog, or by a finger held on one. */
export const PhoneBoard = memo(({ on, onNewCrew }: { on: string; onNewCrew: () => void }) => {
  const t = useWords(boardWords);
  const c = useWords(boardCrewWords);
  const { day } = useFormats();
  const { store, mayPlan } = useBoard();
  const [changing, setChanging] = useState<string>();
  const days = useBoardValue((state) => state.days);
  const pool = useBoardValue(poolOf);
  const waits = useRef<HTMLElement>(null);
  const crews = days && crewsOn(store.get(), on);
  return (
    <div className={styles.phone} data-view="phone">
      {pool.length > 0 && (
        <Button variant="default" fullWidth mb={8} onClick={() => waits.current?.scrollIntoView()}>
          {t("pool")}: {pool.length}
        </Button>
      )}
      {crews.length === 0 && <EmptyState title={`${t("noCrew")}, ${day(on)}`} />}
      {crews.map((each) => (
        <Crew key={each.crewId} day={each} onChange={setChanging} />
      ))}
      {mayPlan && (
        <Button variant="default" fullWidth my={12} onClick={onNewCrew}>
          {c("make")}
        </Button>
      )}
      {pool.length > 0 && (
        <section ref={waits} className={styles.crew} data-pool>
          <h2 className={styles.head}>
            {t("pool")} <span className={styles.soft}>{pool.length}</span>
          </h2>
          <ul className={styles.list}>
            {pool.slice(0, mostShown).map(({ id }) => (
              <PhoneVisit key={id} id={id} />
            ))}
          </ul>
          {pool.length > mostShown && (
            <p className={styles.soft}>{t("more", { count: pool.length - mostShown })}</p>
          )}
        </section>
      )}
      {changing && (
        <Suspense fallback={null}>
          <CrewSheet crewId={changing} onClose={() => setChanging(undefined)} />
        </Suspense>
      )}
    </div>
  );
});
