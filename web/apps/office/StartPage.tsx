import { useMe } from "../../identity/session.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { useWords } from "../../words/words.ts";
import { startWords } from "./words.ts";

/** The first page for somebody for whom nothing waits. */
export const StartPage = () => {
  const t = useWords(startWords);
  const me = useMe();
  return <EmptyState title={t("welcome", { name: me.name })} text={t("text")} />;
};
