import { useEffect, useState } from "react";
import { useLanguage } from "../../words/language.ts";
import type { Command, CommandGroup, CommandProvider } from "./commands.ts";
import { matches } from "./commands.ts";

const pause = 120;
const leastCharacters = 2;

/** What the palette shows for the typed text: actions at once, records as each provider answers. */
export const useResults = (providers: readonly CommandProvider[], typed: string) => {
  const language = useLanguage();
  const text = typed.trim();
  const [found, setFound] = useState<{ text: string; byProvider: Map<CommandProvider, Command[]> }>();

  const [settled, setSettled] = useState("");

  useEffect(() => {
    const searching = providers.filter((provider) => provider.search);
    if (text.length < leastCharacters || searching.length === 0) {
      return;
    }
    const stopped = new AbortController();
    const search = async () => {
      await Promise.all(
        searching.map(async (provider) => {
          const commands = (await provider.search?.(text, stopped.signal, language).catch(() => [])) ?? [];
          if (stopped.signal.aborted) return;
          setFound((was) => ({
            text,
            byProvider: new Map(was?.text === text ? was.byProvider : []).set(provider, commands),
          }));
        }),
      );
      if (!stopped.signal.aborted) setSettled(text);
    };
    const timer = setTimeout(() => void search(), pause);
    return () => {
      clearTimeout(timer);
      stopped.abort();
    };
  }, [providers, text, language]);

  const groups: CommandGroup[] = providers
    .map((provider) => ({
      title: provider.title(language),
      commands: [
        ...(text.length < leastCharacters ? [] : (found?.byProvider.get(provider) ?? [])),
        ...(provider.actions?.(language) ?? []).filter((command) => matches(command, text)),
      ],
    }))
    .filter(({ commands }) => commands.length > 0);
  const searches = text.length >= leastCharacters && providers.some((provider) => provider.search);
  return { groups, isSearching: searches && settled !== text };
};
