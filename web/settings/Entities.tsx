import { crm } from "#crm/contract";
import { useQuery } from "../api/queries.ts";
import { ErrorState, SkeletonLines } from "../ui/states.tsx";
import { useWords } from "../words/words.ts";
import { EntityForm } from "./EntityForm.tsx";
import styles from "./settings.module.css";
import { settingsWords } from "./words.ts";

/** The trading entities and how each does business. */
export const Entities = () => {
  const t = useWords(settingsWords);
  const { data, error } = useQuery(crm.businessEntities, {});
  if (error) return <ErrorState error={error} />;
  return (
    <div className={styles.scroll}>
      <p className={styles.soft}>{t("entityText")}</p>
      {!data && <SkeletonLines lines={6} />}
      <div className={styles.grid}>
        {data?.rows.map((entity) => (
          <EntityForm key={entity.code} entity={entity} />
        ))}
      </div>
    </div>
  );
};
