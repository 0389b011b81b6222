import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { PlanVisit } from "#planning/contract";
import { useWords } from "../../../words/words.ts";
import { poolWords } from "../words/pool.ts";
import { PoolVisit } from "./PoolVisit.tsx";
import styles from "./pool.module.css";

const itemHeight = 88;

/** The visits of the pool that are in sight. */
export const PoolList = ({ visits }: { visits: readonly PlanVisit[] }) => {
  const t = useWords(poolWords);
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: visits.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => itemHeight,
    getItemKey: (index) => visits[index]!.id,
    overscan: 4,
  });
  return (
    <div ref={scroll} className={styles.list} role="region" tabIndex={0} aria-label={t("title")}>
      <div style={{ position: "relative", blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <div
            key={key}
            className={styles.place}
            style={{ transform: `translateY(${start}px)`, blockSize: itemHeight }}
          >
            <PoolVisit visit={visits[index]!} isFirst={index === 0} />
          </div>
        ))}
      </div>
    </div>
  );
};
