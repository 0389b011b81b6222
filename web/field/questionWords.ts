import { questionWords as texts } from "#field/contract";
import { words } from "../words/words.ts";

/** What the checklists ask. */
export const questionWords = words(texts);
