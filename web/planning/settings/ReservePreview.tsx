import { useDebouncedValue } from "@mantine/hooks";
import { planning } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useWords } from "../../words/words.ts";
import styles from "../means/means.module.css";
import { planningSettingWords } from "./words.ts";

/** What the reserve that is being typed does to visits that wait, before it is saved. */
export const ReservePreview = ({
  reserveMinutes,
  businessEntity,
}: {
  reserveMinutes: number;
  businessEntity?: string;
}) => {
  const t = useWords(planningSettingWords);
  const [asked] = useDebouncedValue(reserveMinutes, 400);
  const { data } = useQuery(
    planning.previewSettings,
    { reserveMinutes: asked, ...(businessEntity && { businessEntity }) },
    { keep: true },
  );
  if (!data) return null;
  return (
    <p role="status" className={styles.soft}>
      <strong>{t("preview")}</strong>{" "}
      {data.visits === 0
        ? t("previewNone")
        : t("previewText", {
            visits: String(data.visits),
            now: String(data.now.halfDays),
            after: String(data.after.halfDays),
            nowNone: String(data.now.without),
            afterNone: String(data.after.without),
          })}
    </p>
  );
};
