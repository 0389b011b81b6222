import { type CapacityFigures, type CapacityPart, type CapacityRegion, planning } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { Go } from "../../ui/Go.tsx";
import { SidePanel } from "../../ui/SidePanel.tsx";
import { EmptyState, ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { useDuration, useVisitNames } from "../visitNames.ts";
import { weekNumber } from "../weekDays.ts";
import styles from "./capacity.module.css";
import { capacityWords } from "./words.ts";

const shown = ["available", "booked", "travel", "waiting", "quoted", "expected", "free", "short"] as const;

const Figures = ({ figures }: { figures: CapacityFigures }) => {
  const t = useWords(capacityWords);
  const duration = useDuration();
  return (
    <dl className={styles.facts}>
      {shown.map((kind) => (
        <div key={kind} style={{ display: "contents" }}>
          <dt>{t(`kinds.${kind}`)}</dt>
          <dd>{figures[kind] === 0 ? "–" : duration(figures[kind])}</dd>
        </div>
      ))}
    </dl>
  );
};

const Part = ({ part }: { part: CapacityPart }) => {
  const t = useWords(capacityWords);
  const names = useVisitNames();
  const duration = useDuration();
  const { day, percent } = useFormats();
  const facts = [
    t(`partKind.${part.kind}`),
    part.chance !== null && t("chanceOf", { chance: percent(Math.round(part.chance * 100) * 100) }),
    part.on && day(part.on),
    part.place,
    part.skills.map((skill) => names("skill", skill)).join(", "),
  ].filter(Boolean);
  return (
    <li>
      {part.orderId ? (
        <Go to={`/orders/${part.orderId}`}>
          {part.number} · {part.customerName}
        </Go>
      ) : (
        <span>{t("kinds.expected")}</span>
      )}
      <span className="tabular">{duration(part.minutes)}</span>
      <span className={styles.soft}>{facts.join(" · ")}</span>
    </li>
  );
};

interface CapacityCellProps {
  week: string;
  region: CapacityRegion | undefined;
  skill: string | undefined;
  label: string;
  onClose: () => void;
}

/** The visits, quotes and forecasts one cell is made of. */
export const CapacityCell = ({ week, region, skill, label, onClose }: CapacityCellProps) => {
  const t = useWords(capacityWords);
  const query = useQuery(planning.capacityParts, {
    week,
    ...(region ? { region } : {}),
    ...(skill ? { skill } : {}),
  });
  return (
    <SidePanel title={t("partsTitle", { row: label, week: String(weekNumber(week)) })} onClose={onClose}>
      {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <SkeletonLines lines={10} />}
      {query.data && (
        <>
          <Figures figures={query.data.figures} />
          <p>
            <Go to={`/planning/what-if?week=${week}&work=quoted,expected`}>{t("askWhatIf")}</Go>
          </p>
          {query.data.parts.length === 0 && <EmptyState title={t("none")} text={t("noneText")} />}
          <ul className={styles.parts}>
            {query.data.parts.map((part, index) => (
              <Part key={(part.visitId ?? part.orderId ?? "") + part.kind + index} part={part} />
            ))}
          </ul>
        </>
      )}
    </SidePanel>
  );
};
