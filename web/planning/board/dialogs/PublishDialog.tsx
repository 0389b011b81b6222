import { Button, Checkbox, Modal, Textarea } from "@mantine/core";
import { useMemo, useState } from "react";
import { planning } from "#planning/contract";
import { useAction } from "../../../api/useAction.ts";
import { tellDone } from "../../../ui/tell.ts";
import { useWords } from "../../../words/words.ts";
import { CrewChanges } from "../crew/CrewChanges.tsx";
import { usePlanName } from "../plans/usePlanName.ts";
import { useTakeBack } from "../plans/useTakeBack.ts";
import { Breaches } from "../side/Breaches.tsx";
import { allBreaches } from "../store/breaches.ts";
import { goingCrews } from "../store/derived.ts";
import { useBoard, useBoardValue } from "../store/useBoard.ts";
import { dialogWords } from "../words/dialogs.ts";
import { publishedWords } from "../words/published.ts";
import styles from "./dialogs.module.css";
import { PublishCrewsOut } from "./PublishCrewsOut.tsx";
import { PublishTold, PublishToldNew } from "./PublishTold.tsx";
import { publishFacts } from "./publishFacts.ts";

interface PublishDialogProps {
  onClose: () => void;
  /** Another plan comes on the board; none is what is in force. */
  onOpen: (planId: string | undefined) => void;
}

/** What publishing changes, whom it tells, and what is not right; then it is done. */
export const PublishDialog = ({ onClose, onOpen }: PublishDialogProps) => {
  const t = useWords(dialogWords);
  const published = useWords(publishedWords);
  const { store } = useBoard();
  const planId = useBoardValue(({ plan }) => plan.id);
  const visits = useBoardValue((state) => state.visits);
  const facts = useMemo(() => publishFacts(visits.values()), [visits]);
  const breaches = useMemo(() => visits && allBreaches(store.get()), [visits, store]);
  const crewsChanged = useBoardValue(({ score }) => score.crewsChanged);
  const crewsGoing = useBoardValue((state) => goingCrews(state).length);
  const [reason, setReason] = useState("");
  const [despite, setDespite] = useState(false);
  const name = usePlanName()(useBoardValue(({ plan }) => plan));
  const takeBack = useTakeBack(onOpen);
  const publish = useAction(planning.publishPlan, {
    onDone: (result) => {
      tellDone(t("publish.done", { ...result, shifted: facts.shifted.length }), () =>
        takeBack.run({ planId, name: published("name", { name }).slice(0, 80) }),
      );
      onOpen(undefined);
    },
  });
  const { planned, moved, shifted, freed, told } = facts;
  const lines = [
    { key: "planned", count: planned.length },
    { key: "moved", count: moved.length },
    { key: "shifted", count: shifted.length },
    { key: "freed", count: freed.length },
  ] as const;
  const isNothing = crewsChanged + crewsGoing === 0 && lines.every(({ count }) => count === 0);
  const lacksReason = told.length > 0 && reason.trim() === "";
  // Nobody is in two places, whatever a planner says: the database refuses it.
  const isTwice = breaches.some(({ rule }) => rule === "once_a_day");
  // The keys begin at the first thing that is still to be done; a button that is off would leave them behind the dialog.
  const begin = told.length > 0 ? "reason" : breaches.length > 0 ? "despite" : "submit";
  return (
    <Modal opened onClose={onClose} size="lg" title={t("publish.title")}>
      <div className={styles.form}>
        <p className={styles.soft}>{t("publish.text")}</p>
        {isNothing && <p>{t("publish.nothing")}</p>}
        <ul className={styles.list}>
          {lines.map(({ key, count }) => count > 0 && <li key={key}>{t(`publish.${key}`, { count })}</li>)}
        </ul>
        <PublishCrewsOut freed={freed} />
        {planned.length > 0 && <PublishToldNew visits={planned} />}
        <CrewChanges />
        {told.length > 0 && <PublishTold visits={told} />}
        {told.length > 0 && (
          <Textarea
            label={t("publish.reason")}
            required
            data-autofocus={begin === "reason" || undefined}
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {breaches.length > 0 && (
          <section>
            <h3 className={styles.subtitle}>{t("publish.breaches", { count: breaches.length })}</h3>
            <div
              className={styles.scroll}
              tabIndex={0}
              role="region"
              aria-label={t("publish.breaches", { count: breaches.length })}
            >
              <Breaches breaches={breaches} />
            </div>
            {isTwice ? (
              <p>{t("publish.twice")}</p>
            ) : (
              <Checkbox
                label={t("publish.despite")}
                data-autofocus={begin === "despite" || undefined}
                checked={despite}
                onChange={(event) => setDespite(event.currentTarget.checked)}
              />
            )}
          </section>
        )}
        <Button
          data-autofocus={begin === "submit" || undefined}
          loading={publish.isRunning}
          disabled={isNothing || lacksReason || isTwice || (breaches.length > 0 && !despite)}
          onClick={() =>
            publish.run({ planId, despite, ...(reason.trim() ? { reason: reason.trim() } : {}) })
          }
        >
          {t("publish.submit")}
        </Button>
      </div>
    </Modal>
  );
};
