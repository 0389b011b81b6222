import { ActionIcon, UnstyledButton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { lazy, memo, Suspense } from "react";
import { SkeletonLines } from "../../ui/states.tsx";
import { commonWords } from "../../words/common.ts";
import { useWords } from "../../words/words.ts";
import { LoadSide } from "./side/LoadSide.tsx";
import { ScoreSide } from "./side/ScoreSide.tsx";
import styles from "./side/side.module.css";
import { VisitSide } from "./side/VisitSide.tsx";
import { boardWords } from "./words/board.ts";

const MapSide = lazy(() => import("./map/MapSide.tsx").then(({ MapSide }) => ({ default: MapSide })));
const MapOfWeek = lazy(() => import("./map/MapSide.tsx").then(({ MapOfWeek }) => ({ default: MapOfWeek })));

export const sides = ["visit", "map", "load", "score"] as const;
export type Side = (typeof sides)[number];

export const isSide = (value: string | undefined): value is Side => sides.includes(value as Side);

interface BoardSideProps {
  side: Side;
  on: string;
  isWeek: boolean;
  onSide: (side: Side | undefined) => void;
}

const labels = { visit: "tabVisit", map: "tabMap", load: "tabLoad", score: "tabScore" } as const;

/** What stands beside the board: the visit one points at, the map, how busy it is, what the plan is worth. */
export const BoardSide = memo(({ side, on, isWeek, onSide }: BoardSideProps) => {
  const t = useWords(boardWords);
  const c = useWords(commonWords);
  return (
    <aside className={styles.side} aria-label={t("side")}>
      <div className={styles.tabs}>
        <div role="tablist" aria-label={t("side")}>
          {sides.map((each) => (
            <UnstyledButton
              key={each}
              role="tab"
              id={`side-${each}`}
              aria-selected={each === side}
              aria-controls="board-side"
              className={styles.tab}
              onClick={() => onSide(each)}
            >
              {t(labels[each])}
            </UnstyledButton>
          ))}
        </div>
        <ActionIcon aria-label={c("close")} title={t("hideSide")} onClick={() => onSide(undefined)}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      <div
        id="board-side"
        role="tabpanel"
        tabIndex={0}
        aria-labelledby={`side-${side}`}
        className={styles.body}
      >
        {side === "visit" && <VisitSide />}
        {side === "load" && <LoadSide />}
        {side === "score" && <ScoreSide />}
        {side === "map" && (
          <Suspense fallback={<SkeletonLines lines={8} />}>
            {isWeek ? <MapOfWeek on={on} /> : <MapSide key={on} on={on} />}
          </Suspense>
        )}
      </div>
    </aside>
  );
});
