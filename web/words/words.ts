import { createTranslator } from "use-intl/core";
import { type Language, useLanguage } from "./language.ts";

/** Texts by key; keys may be nested. */
export interface Texts {
  [key: string]: string | Texts;
}

/** The same keys with other texts. */
type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

/** The texts of one capability in every language. */
export interface Words<T extends Texts> {
  nl: T;
  en: SameKeys<T>;
}

/** Declares texts; the compiler refuses a key that one of the languages lacks. */
export const words = <const T extends Texts>(given: { nl: T; en: NoInfer<SameKeys<T>> }): Words<T> => given;

const timeZone = "Europe/Amsterdam";
const makeTranslator = <T extends Texts>(given: Words<T>, locale: Language) =>
  createTranslator<T>({
    locale,
    timeZone,
    messages: given[locale] as T,
    onError: (error) => console.error(error.message),
    getMessageFallback: ({ key }) => key,
  });

export type Translator<T extends Texts> = ReturnType<typeof makeTranslator<T>>;

const made = new WeakMap<object, Map<Language, unknown>>();

/** The texts in one language, as a function of the key; made once per language. */
export const translatorOf = <T extends Texts>(given: Words<T>, locale: Language): Translator<T> => {
  const perLanguage = made.get(given) ?? new Map<Language, unknown>();
  made.set(given, perLanguage);
  if (!perLanguage.has(locale)) perLanguage.set(locale, makeTranslator(given, locale));
  return perLanguage.get(locale) as Translator<T>;
};

/** The texts of a capability in the language of the screen: `const t = useWords(orderWords); t("title")`. */
export const useWords = <T extends Texts>(given: Words<T>): Translator<T> =>
  translatorOf(given, useLanguage());

/** A text by a key that is only known at run time, such as a status or a problem type; `undefined` if there is none. */
export const lookUp = (
  given: Words<Texts>,
  locale: Language,
  key: string,
  facts?: Record<string, unknown>,
) => {
  const translator = translatorOf(given, locale);
  if (!translator.has(key as never)) return undefined;
  return translator(key as never, facts as never);
};
