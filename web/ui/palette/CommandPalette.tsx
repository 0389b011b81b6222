import { Loader, Modal } from "@mantine/core";
import { IconArrowRight, IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useState } from "react";
import { useWords, words } from "../../words/words.ts";
import { useGo } from "../Go.tsx";
import styles from "./CommandPalette.module.css";
import type { Command, CommandProvider } from "./commands.ts";
import { useResults } from "./useResults.ts";

const paletteWords = words({
  nl: {
    title: "Zoeken en doen",
    placeholder: "Zoek een order, klant, serienummer, postcode of actie",
    nothing: "Niets gevonden voor “{typed}”",
    searching: "Zoeken…",
  },
  en: {
    title: "Search and do",
    placeholder: "Find an order, customer, serial number, postcode or action",
    nothing: "Nothing found for “{typed}”",
    searching: "Searching…",
  },
});

interface PaletteProps {
  providers: readonly CommandProvider[];
  onClose: () => void;
}

/** Finds any record and any action; each capability brings its own. Arrows choose, Enter does. */
export const CommandPalette = ({ providers, onClose }: PaletteProps) => {
  const t = useWords(paletteWords);
  const go = useGo();
  const listId = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const { groups, isSearching } = useResults(providers, typed);
  const all = groups.flatMap(({ commands }) => commands);
  const chosen = all[Math.min(at, all.length - 1)];
  const optionId = (command: Command) => `${listId}-${command.id.replaceAll(/[^\w-]/g, "_")}`;

  const choose = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    if (command.run) command.run();
    else if (command.to) go(command.to);
  };
  const moveTo = (index: number) => {
    const next = (index + all.length) % Math.max(all.length, 1);
    setAt(next);
    const option = all[next] && document.getElementById(optionId(all[next]));
    option?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) moveTo(Math.min(at, all.length - 1) + step);
    else if (event.key === "Enter") choose(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <Modal.Root opened onClose={onClose} size={620} yOffset="13dvh" centered={false}>
      <Modal.Overlay backgroundOpacity={0.3} />
      <Modal.Content aria-label={t("title")} radius={14}>
        <Modal.Body p={0} className={styles.palette}>
          <div className={styles.search}>
            {isSearching ? <Loader size={18} /> : <IconSearch size={18} stroke={1.7} aria-hidden="true" />}
            <input
              className={styles.input}
              role="combobox"
              aria-expanded="true"
              aria-controls={listId}
              aria-activedescendant={chosen ? optionId(chosen) : undefined}
              aria-label={t("placeholder")}
              placeholder={t("placeholder")}
              autoComplete="off"
              spellCheck={false}
              data-autofocus
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                setAt(0);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <div id={listId} role="listbox" aria-label={t("title")} tabIndex={-1} className={styles.list}>
            {groups.map(({ title, commands }) => (
              <div key={title} role="group" aria-label={title}>
                <p className={styles.group} aria-hidden="true">
                  {title}
                </p>
                {commands.map((command) => (
                  <Option
                    key={command.id}
                    id={optionId(command)}
                    command={command}
                    isChosen={command === chosen}
                    onPoint={() => setAt(all.indexOf(command))}
                    onChoose={() => choose(command)}
                  />
                ))}
              </div>
            ))}
          </div>
          {all.length === 0 && (
            <p className={styles.nothing} role="status">
              {isSearching ? t("searching") : t("nothing", { typed })}
            </p>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};

interface OptionProps {
  id: string;
  command: Command;
  isChosen: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

const Option = ({ id, command, isChosen, onPoint, onChoose }: OptionProps) => {
  const Icon = command.icon ?? IconArrowRight;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the combobox above handles the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={styles.option}
      onMouseMove={isChosen ? undefined : onPoint}
      onClick={onChoose}
    >
      <Icon size={18} stroke={1.6} />
      <span className={styles.label}>{command.label}</span>
      {command.detail && <span className={styles.detail}>{command.detail}</span>}
    </div>
  );
};
