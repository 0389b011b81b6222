import type { Offer } from "#planning/contract";
import { useWords } from "../../words/words.ts";
import { appointmentWords } from "../customerWords.ts";
import styles from "../PickTime.module.css";

export type Slot = Pick<Offer, "on" | "part">;

const same = (a: Slot | undefined, b: Slot) => a?.on === b.on && a.part === b.part;

/** The half days of a day, with how much room there is. */
export const PartList = ({
  offers,
  chosen,
  onChoose,
}: {
  offers: readonly Offer[];
  chosen: Slot | undefined;
  onChoose: (slot: Slot) => void;
}) => {
  const t = useWords(appointmentWords);
  return (
    <div className={styles.parts} role="group" aria-label={t("parts")}>
      {offers.map((offer) => (
        <button
          key={offer.on + offer.part}
          type="button"
          className={styles.partChoice}
          aria-pressed={same(chosen, offer)}
          onClick={() => onChoose({ on: offer.on, part: offer.part })}
        >
          <span className={styles.dayName}>{t(offer.part)}</span>
          <span className={styles.soft}>{t(`${offer.part}Time`)}</span>
          <span className={styles.room} data-room={offer.room}>
            {t(offer.room)}
          </span>
        </button>
      ))}
    </div>
  );
};
