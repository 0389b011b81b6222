import { planning } from "#planning/contract";
import { useQuery } from "../api/queries.ts";
import { DateText } from "../ui/DateText.tsx";
import { Go } from "../ui/Go.tsx";
import { PropertyList } from "../ui/PropertyList.tsx";
import { SidePanel } from "../ui/SidePanel.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { ErrorState, SkeletonLines } from "../ui/states.tsx";
import { useWords, words } from "../words/words.ts";
import { VisitMoves } from "./VisitMoves.tsx";
import { useDuration, useVisitNames, visitTones } from "./visitNames.ts";
import { moveWords } from "./words.ts";

const panelWords = words({
  nl: {
    visit: "Bezoek",
    order: "Order",
    customer: "Klant",
    place: "Plaats",
    when: "Wanneer",
    crew: "Ploeg",
    takes: "Duur",
    travel: "Rijden erheen",
    skills: "Vaardigheden",
    moved: "Verzet",
    wish: "Wens van de klant",
  },
  en: {
    visit: "Visit",
    order: "Order",
    customer: "Customer",
    place: "Place",
    when: "When",
    crew: "Crew",
    takes: "Duration",
    travel: "Driving there",
    skills: "Skills",
    moved: "Moved",
    wish: "Customer's wish",
  },
});

/** One visit beside the calendar, with its moves. */
export const VisitPanel = ({ visitId, onClose }: { visitId: string; onClose: () => void }) => {
  const t = useWords(panelWords);
  const m = useWords(moveWords);
  const names = useVisitNames();
  const duration = useDuration();
  const query = useQuery(planning.visit, { visitId }, { keep: true });
  const visit = query.data;
  if (!visit)
    return (
      <SidePanel title={query.error ? t("visit") : ""} onClose={onClose}>
        {query.error ? <ErrorState error={query.error} /> : <SkeletonLines lines={8} />}
      </SidePanel>
    );
  const when = visit.on && (
    <>
      <DateText at={visit.on} as="day" /> {visit.part && names("part", visit.part)}{" "}
      <DateText at={visit.plannedStart} as="time" />
    </>
  );
  const crew = visit.crewName && `${visit.crewName}: ${visit.crew.join(", ")}`;
  return (
    <SidePanel title={visit.number} onClose={onClose}>
      <StatusBadge label={names("status", visit.status)} tone={visitTones[visit.status]} look="soft" />
      <PropertyList
        properties={[
          { label: t("customer"), value: visit.customerName },
          { label: t("place"), value: visit.place },
          {
            label: t("order"),
            value: <Go to={`/orders/${visit.orderId}`}>{visit.orderNumber}</Go>,
          },
          { label: t("when"), value: when },
          { label: t("crew"), value: crew },
          { label: t("takes"), value: `${names("kind", visit.kind)}, ${duration(visit.minutes)}` },
          { label: t("travel"), value: visit.travelMinutes ? duration(visit.travelMinutes) : null },
          {
            label: t("skills"),
            value: visit.skills.map((skill) => names("skill", skill)).join(", ") || null,
          },
          { label: t("wish"), value: visit.requestedOn && <DateText at={visit.requestedOn} /> },
          { label: t("moved"), value: visit.rescheduleReason },
        ]}
      />
      <VisitMoves visit={visit} explain={m("missingScope")} />
    </SidePanel>
  );
};
