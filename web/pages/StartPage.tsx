import { useMe } from "../identity/session.tsx";
import { EmptyState } from "../ui/states.tsx";
import { useWords, words } from "../words/words.ts";

const startWords = words({
  nl: { welcome: "Welkom, {name}", text: "Kies in het menu waar u aan wilt werken." },
  en: { welcome: "Welcome, {name}", text: "Choose in the menu what to work on." },
});

/** The first page of a face as long as it has none of its own. */
export const StartPage = () => {
  const t = useWords(startWords);
  const me = useMe();
  return <EmptyState isPage title={t("welcome", { name: me.name })} text={t("text")} />;
};
