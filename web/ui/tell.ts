import { commonWords } from "../words/common.ts";
import { language } from "../words/language.ts";
import { sentenceOf } from "../words/problems.ts";
import { translatorOf } from "../words/words.ts";
import { toast } from "./toasts.ts";

/** Tells in a corner of the screen that something went wrong, in words. */
export const tellProblem = (error: unknown) =>
  toast({ tone: "danger", message: sentenceOf(error, language()) });

/** Tells that something worked; with `undo` it can be taken back while the message stands. */
export const tellDone = (message: string, undo?: () => void) => {
  const label = translatorOf(commonWords, language())("undo");
  toast({ tone: "success", message, ...(undo ? { action: { label, run: undo } } : {}) });
};
