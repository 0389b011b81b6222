import { planning } from "#planning/contract";
import type { OutputOf } from "#platform/contract";
import { changing, useAction } from "../../api/useAction.ts";
import { tellDone } from "../../ui/tell.ts";
import { useWords } from "../../words/words.ts";
import { ReservePreview } from "./ReservePreview.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import { useEdits } from "./useEdits.ts";
import { planningSettingWords } from "./words.ts";

/** What holds for everybody, unless an entity has its own. */
export const GroupSettings = ({ tuned, usual }: OutputOf<typeof planning.settings>) => {
  const t = useWords(planningSettingWords);
  const edits = useEdits(tuned);
  const { changes, standing } = edits;
  const change = useAction(planning.changeSettings, {
    optimistic: (client, { was: _was, ...values }) =>
      changing(planning.settings, {}, (seen) => ({ ...seen, tuned: { ...seen.tuned, ...values } }))(client),
    onDone: (_after, { was, ...values }) => {
      edits.clear();
      tellDone(t("saved"), () => change.run({ ...was, was: values }));
    },
  });
  return (
    <SettingsForm
      groups={["customers", "day", "weights"]}
      about={t("text")}
      edits={edits}
      otherwise={(name) => usual[name]}
      isRunning={change.isRunning}
      onSave={() => change.run({ ...changes, was: standing })}
    >
      <ReservePreview reserveMinutes={edits.valueOf("reserveMinutes") ?? usual.reserveMinutes} />
    </SettingsForm>
  );
};
