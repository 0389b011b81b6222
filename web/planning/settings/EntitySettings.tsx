import { planning } from "#planning/contract";
import type { OutputOf } from "#platform/contract";
import { changing, useAction } from "../../api/useAction.ts";
import { tellDone } from "../../ui/tell.ts";
import { useWords } from "../../words/words.ts";
import { ReservePreview } from "./ReservePreview.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import { useEdits } from "./useEdits.ts";
import { planningSettingWords } from "./words.ts";

type Settings = OutputOf<typeof planning.settings>;

interface EntitySettingsProps {
  entity: Settings["entities"][number];
  group: Pick<Settings, "tuned" | "usual">;
}

/** What one entity does otherwise than the group, and the way back to the group's values. */
export const EntitySettings = ({ entity, group: { tuned, usual } }: EntitySettingsProps) => {
  const t = useWords(planningSettingWords);
  const { code: businessEntity, name: entityName } = entity;
  const edits = useEdits(entity.tuned);
  const { changes, standing } = edits;
  const change = useAction(planning.tuneEntity, {
    optimistic: (client, { was: _was, businessEntity: _code, ...values }) =>
      changing(planning.settings, {}, (seen) => ({
        ...seen,
        entities: seen.entities.map((each) =>
          each.code === businessEntity ? { ...each, tuned: { ...each.tuned, ...values } } : each,
        ),
      }))(client),
    onDone: (_after, { was, businessEntity: _code, ...values }) => {
      edits.clear();
      tellDone(t("saved"), () => change.run({ businessEntity, ...was, was: values }));
    },
  });
  const reserve = edits.valueOf("reserveMinutes") ?? tuned.reserveMinutes ?? usual.reserveMinutes;
  return (
    <SettingsForm
      groups={["customers"]}
      about={t("entityText", { name: entityName })}
      isOfEntity
      edits={edits}
      otherwise={(name) => tuned[name] ?? usual[name]}
      isRunning={change.isRunning}
      onSave={() => change.run({ businessEntity, ...changes, was: standing })}
    >
      <ReservePreview reserveMinutes={reserve} businessEntity={businessEntity} />
    </SettingsForm>
  );
};
