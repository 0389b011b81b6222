import "@mantine/spotlight/styles.layer.css";
import { Loader } from "@mantine/core";
import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconArrowRight, IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
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
  isOpen: boolean;
  onClose: () => void;
}

/** Finds any record and any action; each capability brings its own. */
export const CommandPalette = ({ providers, isOpen, onClose }: PaletteProps) => {
  const t = useWords(paletteWords);
  const go = useGo();
  const [typed, setTyped] = useState("");
  const { groups, isSearching } = useResults(providers, typed);
  useEffect(() => {
    if (isOpen) spotlight.open();
  }, [isOpen]);
  const choose = (command: Command) => {
    if (command.run) command.run();
    else if (command.to) go(command.to);
  };
  return (
    <Spotlight.Root
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      onSpotlightClose={onClose}
      scrollable
      maxHeight="min(460px, 60dvh)"
      aria-label={t("title")}
      classNames={{ content: styles.content, body: styles.body }}
    >
      <Spotlight.Search
        placeholder={t("placeholder")}
        aria-label={t("placeholder")}
        leftSection={isSearching ? <Loader size={16} /> : <IconSearch size={18} stroke={1.7} />}
        classNames={{ input: styles.input }}
      />
      <Spotlight.ActionsList className={styles.list}>
        {groups.map(({ title, commands }) => (
          <Spotlight.ActionsGroup key={title} label={title}>
            {commands.map((command) => {
              const Icon = command.icon ?? IconArrowRight;
              return (
                <Spotlight.Action
                  key={command.id}
                  label={command.label}
                  description={command.detail ?? ""}
                  leftSection={<Icon size={18} stroke={1.6} />}
                  className={styles.action}
                  onClick={() => choose(command)}
                />
              );
            })}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && (
          <Spotlight.Empty>{isSearching ? t("searching") : t("nothing", { typed })}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
};
