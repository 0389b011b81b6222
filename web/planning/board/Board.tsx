import { useMediaQuery } from "@mantine/hooks";
import { type PointerEvent, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useMay } from "../../identity/session.tsx";
import { BoardDialogs, type Dialog } from "./BoardDialogs.tsx";
import { BoardHead } from "./BoardHead.tsx";
import { BoardSide } from "./BoardSide.tsx";
import { BoardViews } from "./BoardViews.tsx";
import styles from "./board.module.css";
import { useBoardDrag } from "./drag/useBoardDrag.ts";
import { afterPicture } from "./moves/afterPicture.ts";
import { useBoardMoves } from "./moves/useBoardMoves.ts";
import { BoardPool } from "./pool/BoardPool.tsx";
import { RunBar } from "./run/RunBar.tsx";
import { useRun } from "./run/useRun.ts";
import { SelectionBar } from "./SelectionBar.tsx";
import type { BoardStore } from "./store/boardStore.ts";
import { daysOf } from "./store/derived.ts";
import { makeMarks } from "./store/marks.ts";
import { BoardContext, type BoardTools, useBoardValue } from "./store/useBoard.ts";
import { ViewBar } from "./Toolbar.tsx";
import { useBoardKeys } from "./useBoardKeys.ts";
import type { BoardPlaces } from "./useBoardPlaces.ts";
import { useSteady } from "./useSteady.ts";

interface BoardProps {
  store: BoardStore;
  refetch: () => Promise<unknown>;
  places: BoardPlaces;
}

const visitAt = (target: EventTarget) =>
  target instanceof Element
    ? target.closest<HTMLElement>("[data-visit], [data-map-visit]")?.dataset
    : undefined;

const Surface = ({ places, dialog, setDialog, refetch }: SurfaceProps) => {
  const { tools } = places;
  const days = useBoardValue(daysOf);
  const run = useRun(refetch);
  const isPhone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const { isWeek, side } = places;
  const on = places.dayIn(days);
  // The button answers at once; the days themselves follow, and a next click does not wait for them.
  const shown = useDeferredValue(useMemo(() => ({ isWeek, isPhone, on }), [isWeek, isPhone, on]));
  const set = useSteady(places.set);
  const setSide = useSteady(places.setSide);
  const foldPool = useSteady(places.foldPool);
  const newCrew = useSteady(() => setDialog({ kind: "newCrew", on }));
  const onArrow = useBoardKeys(tools, {
    days,
    isWeek,
    openOptimise: () => run === null && setDialog({ kind: "optimise" }),
    newCrew,
  });
  const onPointerDown = useBoardDrag(tools);
  // Once for the whole board: each visit listening for itself costs more than all of its drawing.
  const onHover = ({ target, buttons }: PointerEvent) => {
    const at = visitAt(target);
    if (buttons === 0) tools.marks.hover(at?.visit ?? at?.mapVisit);
  };
  return (
    <div className={styles.page}>
      <BoardHead places={places} isRunning={run !== null} dialog={dialog} setDialog={setDialog} />
      {run && <RunBar run={run} />}
      <ViewBar
        isWeek={isWeek && !isPhone}
        isPhone={isPhone}
        days={days}
        on={on}
        hasSide={side !== undefined}
        onView={(view) => places.set({ view })}
        onDay={(day) => places.set({ day })}
        onSide={() => places.setSide(side ? undefined : "map")}
        onBreaches={() => places.setSide("score")}
      />
      <div
        role="none"
        className={styles.columns}
        onKeyDown={onArrow}
        onPointerDown={onPointerDown}
        onPointerOver={onHover}
        onPointerLeave={() => tools.marks.hover(undefined)}
      >
        {!isPhone && <BoardPool isFolded={places.isPoolFolded} onFold={foldPool} />}
        <BoardViews shown={shown} days={days} monday={places.monday} onPlace={set} onNewCrew={newCrew} />
        {side && <BoardSide side={side} on={shown.on} isWeek={shown.isWeek} onSide={setSide} />}
      </div>
      <SelectionBar />
    </div>
  );
};

interface SurfaceProps {
  places: BoardPlaces & { tools: BoardTools };
  dialog: Dialog | undefined;
  setDialog: (dialog: Dialog | undefined) => void;
  refetch: () => Promise<unknown>;
}

/** A plan on the board: who goes when, what waits, and everything that can be done about it. */
export const Board = ({ store, refetch, places }: BoardProps) => {
  const mayPlan = useMay()("operations.planning");
  const [dialog, setDialog] = useState<Dialog>();
  const planId = store.get().plan.id;
  const { moves, conflict, forget } = useBoardMoves({ store, planId, refetch });
  const marks = useMemo(() => makeMarks(), []);
  const latest = useRef(places);
  useLayoutEffect(() => {
    latest.current = places;
  });
  const tools = useMemo<BoardTools>(
    () => ({
      store,
      marks,
      moves,
      mayPlan,
      askPlace: (visitId) => setDialog({ kind: "place", visitId }),
      // The visit answers at once with its frame; what stands beside makes the whole board narrower, and follows the picture.
      open: () => void afterPicture().then(() => latest.current.setSide("visit")),
      show: (visitId) => {
        setDialog(undefined);
        const at = store.get().visits.get(visitId)?.at;
        latest.current.set({ day: at?.on, side: "visit" });
        marks.focus(visitId, true);
      },
    }),
    [store, marks, moves, mayPlan],
  );
  return (
    <BoardContext value={tools}>
      <Surface places={{ ...places, tools }} dialog={dialog} setDialog={setDialog} refetch={refetch} />
      <BoardDialogs
        dialog={conflict ? { kind: "conflict", conflict } : dialog}
        places={places}
        onClose={() => {
          if (conflict) forget();
          else setDialog(undefined);
        }}
      />
    </BoardContext>
  );
};
