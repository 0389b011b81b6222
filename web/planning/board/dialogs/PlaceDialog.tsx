import { Button, Modal } from "@mantine/core";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { type CostTerm, type PlanVisit, type PossiblePlace, planning } from "#planning/contract";
import { useQuery } from "../../../api/queries.ts";
import { ErrorState, SkeletonLines } from "../../../ui/states.tsx";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { useMoveVisits } from "../moves/useMoveVisits.ts";
import { usePlaceText } from "../side/usePlaceText.ts";
import { useReasonText } from "../side/useReasonText.ts";
import { useBoard, useBoardValue, useVisit } from "../store/useBoard.ts";
import { clockOf } from "../timeline/useVisitText.ts";
import { dialogWords } from "../words/dialogs.ts";
import styles from "./dialogs.module.css";
import { PlaceByHand } from "./PlaceByHand.tsx";

const shownAtFirst = 6;

const Option = ({
  place,
  isFirst,
  standsHere,
  onTake,
}: {
  place: PossiblePlace;
  isFirst: boolean;
  standsHere: boolean;
  onTake: () => void;
}) => {
  const t = useWords(dialogWords);
  const text = useReasonText();
  const { day } = useFormats();
  const button = useRef<HTMLButtonElement>(null);
  // The places come after the dialog did; Enter then takes the cheapest.
  useEffect(() => {
    if (isFirst) button.current?.focus();
  }, [isFirst]);
  // A place on a route is counted by the detour it makes, where the visit itself tells the drive to it.
  const termOf = (term: CostTerm) =>
    term.term === "travel"
      ? t(term.cost < 0 ? "place.shorter" : "place.detour", { minutes: text.minutes(term.cost) })
      : text.term(term);
  const costs = place.terms.map(termOf).join(", ");
  return (
    <li>
      <button ref={button} type="button" className={styles.option} onClick={onTake}>
        <strong>
          {t(standsHere ? "place.stands" : "place.option", {
            crew: place.crewName,
            day: day(place.on),
            time: clockOf(place.start),
          })}
        </strong>
        <span className={styles.cost}>
          {t("place.cost", { isMore: place.cost > 0 ? "yes" : "no", points: text.points(place.cost) })}
        </span>
        <span className={styles.soft}>{costs || t("place.free")}</span>
      </button>
    </li>
  );
};

const Options = ({ visit, onClose }: { visit: PlanVisit; onClose: () => void }) => {
  const t = useWords(dialogWords);
  const tools = useBoard();
  const moveVisits = useMoveVisits(tools);
  const planId = useBoardValue(({ plan }) => plan.id);
  const [isLong, setLong] = useState(false);
  const query = useQuery(planning.placesFor, { planId, visitId: visit.id }, { fresh: 0 });
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  // What was found before the last move says little about now.
  if (!query.data || query.isFetching) return <SkeletonLines lines={5} />;
  const { places } = query.data;
  if (places.length === 0) return <p>{t("place.none")}</p>;
  const take = ({ crewId, afterId, part }: PossiblePlace) => {
    moveVisits([visit.id], { crewId, afterId, part });
    onClose();
  };
  return (
    <>
      <ul className={styles.options}>
        {places.slice(0, isLong ? undefined : shownAtFirst).map((place, index) => (
          <Option
            key={place.crewId + place.part}
            place={place}
            isFirst={index === 0}
            standsHere={place.crewId === visit.at?.crewId && place.start === visit.at.start}
            onTake={() => take(place)}
          />
        ))}
      </ul>
      {!isLong && places.length > shownAtFirst && (
        <Button size="xs" variant="subtle" onClick={() => setLong(true)}>
          {t("place.more")}
        </Button>
      )}
    </>
  );
};

/** Gives the keys back to the visit on the board when the dialog goes, wherever the visit is by then. */
const useKeysBack = (visitId: string) => {
  useEffect(
    () => () =>
      document.querySelector<HTMLElement>(`[data-visit="${visitId}"]`)?.focus({ preventScroll: true }),
    [visitId],
  );
};

/** Another place for a visit: the cheapest that break no rule, or one of one's own choice. */
export const PlaceDialog = ({ visitId, onClose }: { visitId: string; onClose: () => void }) => {
  const t = useWords(dialogWords);
  const visit = useVisit(visitId);
  const place = usePlaceText();
  useKeysBack(visitId);
  // The dialog stands at the key, what is in it right after.
  const isThere = useDeferredValue(true, false);
  if (!visit) return null;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("place.title", { customer: visit.customerName })}
      returnFocus={false}
      // The board does not scroll behind it; holding the page still would have all of it styled anew.
      lockScroll={false}
    >
      <div className={styles.form}>
        <p className={styles.soft}>{t("place.text", { now: place(visit.at) })}</p>
        {isThere ? (
          <>
            <Options visit={visit} onClose={onClose} />
            <PlaceByHand visit={visit} onClose={onClose} />
          </>
        ) : (
          <SkeletonLines lines={8} />
        )}
      </div>
    </Modal>
  );
};
