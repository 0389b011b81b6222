import { Button, Group } from "@mantine/core";
import { IconAdjustments, IconArrowsMove, IconPin, IconPinnedOff, IconX } from "@tabler/icons-react";
import { lazy, Suspense, useDeferredValue, useState } from "react";
import type { PlanVisit } from "#planning/contract";
import { Go } from "../../../ui/Go.tsx";
import { PropertyList } from "../../../ui/PropertyList.tsx";
import { EmptyState } from "../../../ui/states.tsx";
import { useWords } from "../../../words/words.ts";
import { useDuration, useVisitNames } from "../../visitNames.ts";
import { useMoveVisits } from "../moves/useMoveVisits.ts";
import { useBoard, useBoardValue, useDay, useMarks, useVisit } from "../store/useBoard.ts";
import { reasonWords } from "../words/reasons.ts";
import { sideWords } from "../words/side.ts";
import { wishWords } from "../words/wishes.ts";
import { Breaches } from "./Breaches.tsx";
import { LeftOut } from "./LeftOut.tsx";
import styles from "./side.module.css";
import { Terms } from "./Terms.tsx";
import { usePlaceText } from "./usePlaceText.ts";
import { useReasonText } from "./useReasonText.ts";

const WishesDialog = lazy(() =>
  import("../wishes/WishesDialog.tsx").then((part) => ({ default: part.WishesDialog })),
);

const Moves = ({ visit }: { visit: PlanVisit }) => {
  const t = useWords(sideWords);
  const tools = useBoard();
  const moveVisits = useMoveVisits(tools);
  const isPinned = visit.at?.isPinned ?? false;
  if (!tools.mayPlan) return <p className={styles.soft}>{t("mayNot")}</p>;
  if (visit.isLocked) return <p className={styles.soft}>{t("locked")}</p>;
  return (
    <Group gap={6}>
      <Button size="xs" leftSection={<IconArrowsMove size={14} />} onClick={() => tools.askPlace(visit.id)}>
        {visit.at ? t("move") : t("choose")}
      </Button>
      {visit.at && (
        <>
          <Button
            size="xs"
            variant="default"
            leftSection={isPinned ? <IconPinnedOff size={14} /> : <IconPin size={14} />}
            onClick={() => tools.moves.pin([visit.id], !isPinned)}
          >
            {isPinned ? t("unpin") : t("pin")}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconX size={14} />}
            onClick={() => moveVisits([visit.id], null)}
          >
            {t("takeOff")}
          </Button>
        </>
      )}
      <Wishes visit={visit} />
    </Group>
  );
};

/** What the visit asks is asked and told in a dialog of its own, which nobody waits for until it is opened. */
const Wishes = ({ visit }: { visit: PlanVisit }) => {
  const t = useWords(wishWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconAdjustments size={14} />}
        onClick={() => setOpen(true)}
      >
        {t("open")}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <WishesDialog visit={visit} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};

const Reasons = ({ visit }: { visit: PlanVisit }) => {
  const t = useWords(reasonWords);
  const { isHopeless } = useReasonText();
  const revision = useBoardValue(({ plan }) => plan.revision);
  if (!visit.at)
    return (
      <section>
        <h3 className={styles.title}>{t("noPlace.title")}</h3>
        <Breaches breaches={visit.breaches} isUnplanned />
        {visit.breaches.length === 0 && <p className={styles.soft}>{t("noPlace.unknown")}</p>}
        {!visit.breaches.some(isHopeless) && <LeftOut key={`${visit.id} ${revision}`} visit={visit} />}
        <Terms terms={visit.terms} />
      </section>
    );
  return (
    <section>
      <h3 className={styles.title}>{t("title")}</h3>
      <Breaches breaches={visit.breaches} />
      <Terms terms={visit.terms} />
    </section>
  );
};

/** The focused visit: what it is, where it stands, and why. */
export const VisitSide = () => {
  const t = useWords(sideWords);
  const names = useVisitNames();
  const duration = useDuration();
  const place = usePlaceText();
  // The board shows at once where one is; with keys held down, what is told about it follows when there is time.
  const focusId = useDeferredValue(useMarks((marks) => marks.focusId));
  const visit = useVisit(focusId);
  const crew = useDay(visit?.at?.crewId ?? "");
  if (!visit) return <EmptyState title={t("noVisit")} text={t("noVisitText")} />;
  const skills = visit.skills.map((skill) => names("skill", skill)).join(", ");
  return (
    <div className={styles.part}>
      <h2 className={styles.head}>
        {visit.customerName} <span>{visit.number}</span>
      </h2>
      <Moves visit={visit} />
      <PropertyList
        properties={[
          { label: t("here"), value: place(visit.at) },
          { label: t("crew"), value: crew?.members.map(({ name }) => name).join(", ") },
          { label: t("inForce"), value: visit.isChanged ? place(visit.inForce) : null },
          { label: t("knows"), value: visit.isFirm ? t("knowsYes") : t("knowsNo") },
          { label: t("place"), value: [visit.postalCode, visit.place].filter(Boolean).join(" ") },
          { label: t("work"), value: `${names("kind", visit.kind)}, ${duration(visit.minutes)}` },
          { label: t("skills"), value: skills || null },
          { label: t("wish"), value: visit.wishedPart ? names("part", visit.wishedPart) : null },
          { label: t("must"), value: visit.mustDo ? t("mustYes") : null },
          { label: t("order"), value: <Go to={`/orders/${visit.orderId}`}>{visit.orderNumber}</Go> },
        ]}
      />
      <Reasons visit={visit} />
    </div>
  );
};
