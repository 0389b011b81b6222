import { Button } from "@mantine/core";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { planning } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useAction } from "../../api/useAction.ts";
import { useMay } from "../../identity/session.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { EmptyState, ErrorState, SkeletonPage } from "../../ui/states.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { mondayIn, plusDays, weekNumber } from "../weekDays.ts";
import { Board } from "./Board.tsx";
import { WeekButtons } from "./BoardHead.tsx";
import styles from "./board.module.css";
import { usePlanOnBoard } from "./store/usePlanOnBoard.ts";
import { type BoardPlaces, useBoardPlaces } from "./useBoardPlaces.ts";
import { useKeysOver } from "./useKeysOver.ts";
import { boardWords } from "./words/board.ts";
import { dialogWords } from "./words/dialogs.ts";

interface OpenPlanProps {
  planId: string;
  places: BoardPlaces;
  /** The plan stands on the board. */
  onShown: () => void;
}

const OpenPlan = ({ planId, places, onShown }: OpenPlanProps) => {
  const { store, error, retry, refetch } = usePlanOnBoard(planId);
  const shown = useEffectEvent(onShown);
  useEffect(() => {
    if (store) shown();
  }, [store]);
  if (error && !store) return <ErrorState error={error} retry={retry} />;
  if (!store) return <SkeletonPage />;
  return <Board store={store} refetch={refetch} places={places} />;
};

/** Begins a draft for a week that has none, once. */
const useFirstPlan = (places: BoardPlaces, isNone: boolean) => {
  const t = useWords(dialogWords);
  const mayPlan = useMay()("operations.planning");
  const begun = useRef<string>(undefined);
  const make = useAction(planning.makePlan, { onDone: ({ id }) => places.openPlan(id) });
  const { monday } = places;
  const begin = () => {
    begun.current = monday;
    make.run({
      from: monday,
      until: plusDays(monday, 6),
      name: t("plans.weekName", { week: String(weekNumber(monday)) }),
    });
  };
  useEffect(() => {
    if (isNone && mayPlan && begun.current !== monday) begin();
  });
  return { begin, mayPlan, isBusy: make.isRunning, problem: make.problem };
};

const NoPlan = ({ places }: { places: BoardPlaces }) => {
  const t = useWords(boardWords);
  const { begin, mayPlan, isBusy, problem } = useFirstPlan(places, true);
  return (
    <div className={styles.page}>
      <PageHeader
        title={t("title")}
        parent={{ label: t("planning"), to: "/planning" }}
        detail={t("week", { number: weekNumber(places.monday) })}
        actions={
          <div className={styles.actions}>
            <WeekButtons places={places} />
          </div>
        }
      />
      {isBusy && <SkeletonPage />}
      {problem && <ErrorState error={problem} retry={begin} />}
      {!isBusy && !problem && (
        <EmptyState
          title={t("noDraft")}
          text={t("noDraftText")}
          action={mayPlan && <Button onClick={begin}>{t("begin")}</Button>}
        />
      )}
    </div>
  );
};

/** Keeps the plan in the address, so that a newer draft of somebody else does not come in its place. */
const useStayOn = ({ planId, openPlan }: BoardPlaces, openId: string | undefined) => {
  const stay = useEffectEvent(() => openPlan(openId));
  useEffect(() => {
    if (openId && openId !== planId) stay();
  }, [openId, planId]);
};

/** Whether the plan in the address may be one that was made since the plans were asked for; they are asked for again then. */
const useMayBeNew = (planId: string | undefined, isKnown: boolean, refetch: () => Promise<unknown>) => {
  const [checked, setChecked] = useState<string>();
  const unknownId = isKnown || checked === planId ? undefined : planId;
  const check = useEffectEvent((id: string) => refetch().finally(() => setChecked(id)));
  useEffect(() => {
    if (unknownId !== undefined) void check(unknownId);
  }, [unknownId]);
  return unknownId !== undefined;
};

/** The draft one asked for, the newest one, or a new one; never a way to mend that somebody else has not chosen yet. */
const PlanOfWeek = ({ onShown }: Pick<OpenPlanProps, "onShown">) => {
  const { today } = useFormats();
  const { values } = useFilters();
  const monday = mondayIn(values.week, today());
  const query = useQuery(planning.plans, { from: monday, until: plusDays(monday, 6) });
  const rows = query.data?.rows ?? [];
  const places = useBoardPlaces(rows);
  const asked = rows.find(({ id }) => id === places.planId);
  const row = asked ?? rows.find(({ repair }) => repair === null);
  const mayBeNew = useMayBeNew(places.planId, !query.data || asked !== undefined, query.refetch);
  useStayOn(places, mayBeNew ? undefined : row?.id);
  if (query.error && !query.data)
    return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (!query.data || mayBeNew) return <SkeletonPage />;
  if (!row) return <NoPlan key={monday} places={places} />;
  return <OpenPlan key={row.id} planId={row.id} places={places} onShown={onShown} />;
};

/** The planning board of a week. */
export const BoardPage = () => {
  const { page, onFocus, give } = useKeysOver();
  return (
    <div ref={page} role="none" className={styles.page} onFocus={onFocus}>
      <PlanOfWeek onShown={give} />
    </div>
  );
};
