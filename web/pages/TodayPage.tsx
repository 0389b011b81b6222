import { useMe } from "../identity/session.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import styles from "./TodayPage.module.css";
import { Numbers } from "./today/Numbers.tsx";
import { Waiting } from "./today/Waiting.tsx";
import { todayWords } from "./today/words.ts";

/** The start page: what needs somebody, worst first; then how everything stands. */
export const TodayPage = () => {
  const t = useWords(todayWords);
  const me = useMe();
  const { longDay, today } = useFormats();
  return (
    <>
      <PageHeader title={t("title")} detail={`${longDay(today())} · ${me.name}`} />
      <div className={styles.page}>
        <Waiting />
        <aside className={styles.side}>
          <Numbers />
        </aside>
      </div>
    </>
  );
};
