import { onlineManager } from "@tanstack/react-query";
import { commonWords } from "../words/common.ts";
import { language } from "../words/language.ts";
import { translatorOf } from "../words/words.ts";
import { dismiss, standing, toast } from "./toasts.ts";

/** Says that the connection is gone, for as long as it is; without it a button that waits would wait without a reason. */
export const tellOffline = () => {
  let told: string | undefined;
  const takeBack = () => {
    for (const { id, message } of standing()) if (message === told) dismiss(id);
    told = undefined;
  };
  return onlineManager.subscribe((isOnline) => {
    takeBack();
    if (isOnline) return;
    told = translatorOf(commonWords, language())("offline");
    toast({ tone: "warning", message: told, stays: true });
  });
};
