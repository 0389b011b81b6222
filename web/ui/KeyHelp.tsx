import { lazy, Suspense, useState } from "react";
import { useWords, words } from "../words/words.ts";
import { useKeys } from "./keys.ts";

export const keyWords = words({
  nl: { title: "Toetsen op dit scherm", general: "Overal", help: "Toetsen tonen", palette: "Zoeken en doen" },
  en: { title: "Keys on this screen", general: "Everywhere", help: "Show keys", palette: "Search and do" },
});

const KeyList = lazy(() => import("./KeyList.tsx").then((module) => ({ default: module.KeyList })));

/** `?` shows every key that works on the present screen. */
export const KeyHelp = () => {
  const t = useWords(keyWords);
  const [isOpen, setOpen] = useState(false);
  useKeys(t("general"), [{ key: "?", label: t("help"), run: () => setOpen(true) }]);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <KeyList onClose={() => setOpen(false)} />
    </Suspense>
  );
};
