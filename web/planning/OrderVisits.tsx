import { planning, type VisitView } from "#planning/contract";
import { useQuery } from "../api/queries.ts";
import type { OrderPartProps } from "../orders/Order.ts";
import { DateText } from "../ui/DateText.tsx";
import { Section } from "../ui/Section.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { ErrorState, SkeletonLines } from "../ui/states.tsx";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import styles from "./OrderVisits.module.css";
import { VisitMoves } from "./VisitMoves.tsx";
import { useDuration, useVisitNames, visitTones } from "./visitNames.ts";
import { moveWords, orderVisitWords } from "./words.ts";

const Visit = ({ visit }: { visit: VisitView }) => {
  const t = useWords(orderVisitWords);
  const m = useWords(moveWords);
  const names = useVisitNames();
  const duration = useDuration();
  const { time } = useFormats();
  const facts = [
    visit.crewName && `${visit.crewName}: ${visit.crew.join(", ")}`,
    visit.confirmedBy === "customer" && t("byCustomer"),
    visit.rescheduleCount > 0 && t("rescheduled", { count: visit.rescheduleCount }),
    visit.actualStart &&
      visit.actualEnd &&
      t("actual", { from: time(visit.actualStart), until: time(visit.actualEnd) }),
    visit.cancelReason ?? visit.rescheduleReason,
  ].filter(Boolean);
  return (
    <li className={styles.visit}>
      <div className={styles.head}>
        <strong>
          {names("kind", visit.kind)}, {duration(visit.minutes)}
        </strong>
        <StatusBadge label={names("status", visit.status)} tone={visitTones[visit.status]} />
        <span className={styles.number}>{visit.number}</span>
      </div>
      {visit.on && (
        <p className={styles.when}>
          <DateText at={visit.on} as="long" /> {visit.part && names("part", visit.part)}{" "}
          <DateText at={visit.plannedStart} as="time" />
        </p>
      )}
      {facts.length > 0 && <p className={styles.facts}>{facts.join(" · ")}</p>}
      <VisitMoves visit={visit} explain={m("missingScope")} />
    </li>
  );
};

/** Why an order has no visit: not yet, not any more, or because only goods go out. */
const whyNone = ({ status, kind }: OrderPartProps["order"]) => {
  if (status === "cancelled") return "noneCancelled";
  return kind === "accessories" || status === "completed" ? "noneNeeded" : "none";
};

/** The visits of an order with their moves, for the order page. */
export const OrderVisits = ({ orderId, order }: OrderPartProps) => {
  const t = useWords(orderVisitWords);
  const { data, error } = useQuery(planning.visitsOfOrder, { orderId }, { live: ["orders"] });
  return (
    <Section title={t("title")}>
      {error && <ErrorState error={error} />}
      {!data && !error && <SkeletonLines lines={3} />}
      {data?.rows.length === 0 && <p className={styles.facts}>{t(whyNone(order))}</p>}
      <ul className={styles.visits}>
        {data?.rows.map((visit) => (
          <Visit key={visit.id} visit={visit} />
        ))}
      </ul>
    </Section>
  );
};
