import type { Page } from "../router.tsx";
import type { NavItem } from "./nav.ts";

/** A place in the menu of an app: where it is, how it is called in the app's words, who may see it. */
export interface Place<Word extends string> extends Omit<NavItem, "label"> {
  word: Word;
  /** Hidden from people without this scope. */
  scope?: string;
}

/** The places whose page exists and which this person may visit, with their names. */
export const shownPlaces = <Word extends string>(
  places: readonly Place<Word>[],
  pages: readonly Page[],
  may: (scope: string) => boolean,
  name: (word: Word) => string,
): NavItem[] =>
  places
    .filter(({ to, scope }) => pages.some(({ path }) => path === to) && (!scope || may(scope)))
    .map((place) => ({ ...place, label: name(place.word) }));
