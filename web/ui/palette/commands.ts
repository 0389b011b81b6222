import type { ComponentType } from "react";
import type { Language } from "../../words/language.ts";
import { plain } from "../meant.ts";

/** Something the palette can do or open. */
export interface Command {
  id: string;
  label: string;
  /** Second line, such as a place or a status. */
  detail?: string;
  /** More words it can be found by. */
  keywords?: string;
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  /** A page, or something to do. */
  to?: string;
  run?: () => void;
}

/** What a capability brings to the palette: fixed actions, and a search in its records. */
export interface CommandProvider {
  /** Heading above its results. */
  title: (language: Language) => string;
  actions?: (language: Language) => Command[];
  /** Records that match the typed text; asked from two characters on. */
  search?: (text: string, signal: AbortSignal, language: Language) => Promise<Command[]>;
}

export interface CommandGroup {
  title: string;
  commands: Command[];
}

/** Whether every typed word begins a word of the command. */
export const matches = (command: Command, typed: string) => {
  const found = plain(`${command.label} ${command.detail ?? ""} ${command.keywords ?? ""}`).split(/\s+/);
  return plain(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => found.some((word) => word.startsWith(part)));
};
