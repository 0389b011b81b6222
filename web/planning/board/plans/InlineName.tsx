import { TextInput } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { planning } from "#planning/contract";
import { useAction } from "../../../api/useAction.ts";
import { useWords } from "../../../words/words.ts";
import { dialogWords } from "../words/dialogs.ts";

/** A plan's name, changed in place. */
export const InlineName = ({ planId, name }: { planId: string; name: string }) => {
  const t = useWords(dialogWords);
  const [text, setText] = useState(name);
  const rename = useAction(planning.renamePlan, { onProblem: () => setText(name) });
  const save = () => {
    const wanted = text.trim();
    if (wanted === "") setText(name);
    else if (wanted !== name) rename.run({ planId, name: wanted });
  };
  return (
    <TextInput
      size="xs"
      aria-label={t("plans.name")}
      maxLength={80}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === "Enter") save();
      }}
    />
  );
};
