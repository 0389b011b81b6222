import { Kbd, Modal } from "@mantine/core";
import { useState } from "react";
import { useWords, words } from "../words/words.ts";
import styles from "./KeyHelp.module.css";
import { useKeys, useRegisteredKeys } from "./keys.ts";

const keyWords = words({
  nl: { title: "Toetsen op dit scherm", general: "Overal", help: "Toetsen tonen", palette: "Zoeken en doen" },
  en: { title: "Keys on this screen", general: "Everywhere", help: "Show keys", palette: "Search and do" },
});

const shown: Record<string, string> = { Escape: "Esc", ArrowDown: "↓", ArrowUp: "↑", " ": "␣" };

/** `?` shows every key that works on the present screen. */
export const KeyHelp = () => {
  const t = useWords(keyWords);
  const [isOpen, setOpen] = useState(false);
  const groups = useRegisteredKeys();
  useKeys(t("general"), [{ key: "?", label: t("help"), run: () => setOpen(true) }]);
  const names = [...new Set(groups.map(({ group }) => group))];
  return (
    <Modal opened={isOpen} onClose={() => setOpen(false)} title={t("title")} size="md">
      <div className={styles.groups}>
        {names.map((name) => (
          <section key={name}>
            <h3 className={styles.name}>{name}</h3>
            <dl>
              {groups
                .filter(({ group }) => group === name)
                .flatMap(({ bindings }) => bindings)
                .map(({ key, label }) => (
                  <div key={key} className={styles.key}>
                    <dt>{label}</dt>
                    <dd>
                      {key.split(" ").map((part) => (
                        <Kbd key={part}>{shown[part] ?? part}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              {name === t("general") && (
                <div className={styles.key}>
                  <dt>{t("palette")}</dt>
                  <dd>
                    <Kbd>⌘</Kbd>
                    <Kbd>K</Kbd>
                  </dd>
                </div>
              )}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
};
