import { useLanguage } from "../words/language.ts";
import { lookUp } from "../words/words.ts";
import { catalogWords } from "./words.ts";

/** The word for a group of articles; a group the words do not know is shown as it was typed. */
export const useCategoryName = () => {
  const language = useLanguage();
  return (code: string) => lookUp(catalogWords, language, `categories.${code}`) ?? code.replaceAll("_", " ");
};

/** The groups that have a word, to choose from. */
export const knownCategories = Object.keys(catalogWords.nl.categories);
