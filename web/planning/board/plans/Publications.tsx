import { Button } from "@mantine/core";
import { type PlanRow, type Publication, planning } from "#planning/contract";
import { useQuery } from "../../../api/queries.ts";
import { ErrorState } from "../../../ui/states.tsx";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import styles from "../dialogs/dialogs.module.css";
import { dialogWords } from "../words/dialogs.ts";
import { publishedWords } from "../words/published.ts";
import { usePlanName } from "./usePlanName.ts";
import { useTakeBack } from "./useTakeBack.ts";

const Row = ({ row, onOpen }: { row: Publication; onOpen: (planId: string) => void }) => {
  const t = useWords(dialogWords);
  const published = useWords(publishedWords);
  const { ago } = useFormats();
  const name = usePlanName()(row);
  const takeBack = useTakeBack(onOpen);
  return (
    <li className={styles.plan}>
      <div>
        <div>{name}</div>
        <div className={styles.soft}>
          {t("plans.made", { who: row.publishedBy, ago: ago(row.publishedAt) })}
        </div>
      </div>
      <span>{published("changed", { visits: row.visits, crews: row.crews })}</span>
      <Button
        size="xs"
        variant="default"
        loading={takeBack.isRunning}
        aria-label={published("takeBackOf", { name })}
        onClick={() => takeBack.run({ planId: row.id, name: published("name", { name }).slice(0, 80) })}
      >
        {published("takeBack")}
      </Button>
    </li>
  );
};

interface PublicationsProps {
  days: Pick<PlanRow, "from" | "until">;
  onOpen: (planId: string) => void;
}

/** What was published for these days, and the way back. */
export const Publications = ({ days: { from, until }, onOpen }: PublicationsProps) => {
  const published = useWords(publishedWords);
  const { data, error } = useQuery(planning.publications, { from, until }, { fresh: 0 });
  if (error) return <ErrorState error={error} />;
  if (!data || data.rows.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3 className={styles.subtitle}>{published("title")}</h3>
      <p className={styles.soft}>{published("text")}</p>
      <ul className={styles.plans}>
        {data.rows.map((row) => (
          <Row key={row.id} row={row} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
};
