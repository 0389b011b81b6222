import { Kbd, Modal } from "@mantine/core";
import { useWords } from "../words/words.ts";
import styles from "./KeyHelp.module.css";
import { keyWords } from "./KeyHelp.tsx";
import { useRegisteredKeys } from "./keys.ts";
import { paletteKeys } from "./shortcut.ts";

const shown: Record<string, string> = { Escape: "Esc", ArrowDown: "↓", ArrowUp: "↑", " ": "␣" };

/** Every key that works on the present screen, by group. */
export const KeyList = ({ onClose }: { onClose: () => void }) => {
  const t = useWords(keyWords);
  const groups = useRegisteredKeys();
  const names = [...new Set(groups.map(({ group }) => group))];
  return (
    <Modal opened onClose={onClose} title={t("title")} size="md">
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
                    {paletteKeys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
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
