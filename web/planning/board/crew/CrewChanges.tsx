import type { PlanDay } from "#planning/contract";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { goingCrews } from "../store/derived.ts";
import { useBoardValue } from "../store/useBoard.ts";
import { boardCrewWords } from "../words/crews.ts";
import styles from "./crew.module.css";

type Make = NonNullable<PlanDay["crewInForce"]>;

const byDay = (a: PlanDay, b: PlanDay) => a.on.localeCompare(b.on) || a.name.localeCompare(b.name, "nl");

/** The crews that this plan makes otherwise than they are in force, each with how it was and becomes, and those that go. */
export const CrewChanges = () => {
  const t = useWords(boardCrewWords);
  const { day: dayText } = useFormats();
  const days = useBoardValue((state) => state.days);
  const plan = useBoardValue((state) => state.plan);
  const going = goingCrews({ plan, days });
  const goes = new Set(going.map(({ id }) => id));
  const changed = [...days.values()]
    .filter(({ crewId, crewInForce, isNew }) => (crewInForce || isNew) && !goes.has(crewId))
    .toSorted(byDay);
  if (changed.length + going.length === 0) return null;
  const facts = ({ members, van, depotName }: Make) => ({
    members: members.join(", ") || t("nobody"),
    van,
    depot: depotName,
  });
  return (
    <section>
      <h3 className={styles.title}>{t("title", { count: changed.length + going.length })}</h3>
      <ul className={styles.changes}>
        {changed.map(({ crewId, name, on, crewInForce, members, van, depotName }) => (
          <li key={crewId}>
            <strong>{t("row", { crew: name, day: dayText(on) })}</strong>
            <span>
              {t(
                crewInForce ? "becomes" : "newText",
                facts({ members: members.map((each) => each.name), van, depotName }),
              )}
            </span>
            {crewInForce && <span className={styles.was}>{t("was", facts(crewInForce))}</span>}
          </li>
        ))}
        {going.map(({ id, name, on }) => (
          <li key={id}>
            <strong>{t("row", { crew: name, day: dayText(on) })}</strong>
            <span>{t("goesAway")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
