import type { Language } from "../../words/language.ts";
import { lookUp, type Texts, type Words } from "../../words/words.ts";
import { houseActions } from "./house.ts";
import { ordersActions } from "./orders.ts";
import { planningActions } from "./planning.ts";
import { relationsActions } from "./relations.ts";

const shelves: readonly Words<Texts>[] = [houseActions, relationsActions, ordersActions, planningActions];

/** What a listener does, without the event it answered: `orders/order-moved > sales/follow-order`. */
const withoutEvent = (action: string) => action.split(" > ").at(-1) ?? action;

/** Under which key an action is written: its capability, then its name. What no capability does stands under `house`. */
const keyOf = (action: string) => {
  const key = withoutEvent(action).replace("/", ".");
  return key.includes(".") ? key : `house.${key}`;
};

const wordFor = (key: string, language: Language): string | undefined => {
  for (const shelf of shelves) {
    const word = lookUp(shelf, language, key);
    if (word !== undefined) return word;
  }
  return undefined;
};

/** What was done, as people say it; `undefined` for an action nobody described. */
export const actionWord = (action: string, language: Language) => wordFor(keyOf(action), language);

const namesIn = (shelf: Words<Texts>) =>
  Object.entries(shelf.nl).flatMap(([capability, actions]) =>
    Object.keys(actions).map((name) => (capability === "house" ? name : `${capability}.${name}`)),
  );

/** Every action that has words, by the name under which the audit log finds it. */
export const namedActions = (): string[] => shelves.flatMap(namesIn);

/** The actions whose words have in them what somebody typed. */
export const actionsLike = (typed: string, language: Language): string[] => {
  const sought = typed.trim().toLowerCase();
  if (!sought) return [];
  return namedActions().filter((name) => actionWord(name, language)?.toLowerCase().includes(sought));
};
