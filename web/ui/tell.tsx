import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { commonWords } from "../words/common.ts";
import { language } from "../words/language.ts";
import { sentenceOf } from "../words/problems.ts";
import { translatorOf } from "../words/words.ts";

/** Tells in a corner of the screen that something went wrong, in words. */
export const tellProblem = (error: unknown) => {
  notifications.show({
    color: "danger",
    icon: <IconAlertTriangle size={18} />,
    message: sentenceOf(error, language()),
    autoClose: 8_000,
  });
};

/** Tells that something worked; with `undo` it can be taken back while the message stands. */
export const tellDone = (message: string, undo?: () => void) => {
  const id = notifications.show({
    color: "success",
    icon: <IconCheck size={18} />,
    autoClose: undo ? 8_000 : 4_000,
    message: undo ? (
      <span style={{ display: "flex", gap: 12, alignItems: "center", justifyContent: "space-between" }}>
        {message}
        <button
          type="button"
          className="cc-link-button"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {translatorOf(commonWords, language())("undo")}
        </button>
      </span>
    ) : (
      message
    ),
  });
};
