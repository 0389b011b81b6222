import { Button, Menu, Modal, TextInput } from "@mantine/core";
import { IconUsersPlus } from "@tabler/icons-react";
import { useState } from "react";
import { planning, type Skipped } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useAction } from "../../api/useAction.ts";
import { useActionForm } from "../../api/useActionForm.ts";
import { tellDone } from "../../ui/tell.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { crewWords } from "./crewWords.ts";
import styles from "./means.module.css";

const SkippedDialog = ({ skipped, onClose }: { skipped: readonly Skipped[]; onClose: () => void }) => {
  const t = useWords(crewWords);
  const { day } = useFormats();
  return (
    <Modal opened onClose={onClose} title={t("skippedTitle")}>
      <ul className={styles.list}>
        {skipped.map(({ on, crewName, kind, detail }) => (
          <li key={on + crewName + kind + detail}>
            {t(`skipped.${kind}`, { day: day(on), crew: crewName, detail })}
          </li>
        ))}
      </ul>
    </Modal>
  );
};

const SaveTemplate = ({ monday, onClose }: { monday: string; onClose: () => void }) => {
  const t = useWords(crewWords);
  const form = useActionForm(
    planning.saveTemplate,
    { name: "" },
    {
      fixed: { weekOf: monday },
      onDone: ({ name, crews }) => {
        tellDone(t("templateSaved", { name, count: crews }));
        onClose();
      },
    },
  );
  return (
    <Modal opened onClose={onClose} title={t("saveTemplate")}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <TextInput label={t("templateName")} data-autofocus {...form.field("name")} />
        <Button type="submit" loading={form.isSending}>
          {t("save")}
        </Button>
      </form>
    </Modal>
  );
};

/** Makes the crews of the week from a template, the day before or last week, and says what was left out. */
export const FillMenu = ({ monday, until }: { monday: string; until: string }) => {
  const t = useWords(crewWords);
  const templates = useQuery(planning.crewTemplates, {}).data?.rows ?? [];
  const [skipped, setSkipped] = useState<readonly Skipped[]>([]);
  const [isSaving, setSaving] = useState(false);
  const remove = useAction(planning.removeCrews);
  const fill = useAction(planning.fillCrews, {
    onDone: ({ made, skipped: leftOut }) => {
      const undo = () => remove.run({ crewIds: made.map(({ id }) => id) });
      tellDone(t("made", { count: made.length }), made.length > 0 ? undo : undefined);
      setSkipped(leftOut);
    },
  });
  const run = (like: Parameters<typeof fill.run>[0]["like"]) => fill.run({ from: monday, until, like });
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button size="xs" leftSection={<IconUsersPlus size={14} />} loading={fill.isRunning}>
            {t("fill")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {templates.map(({ id, name }) => (
            <Menu.Item key={id} onClick={() => run({ kind: "template", templateId: id })}>
              {t("likeTemplate", { name })}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => run({ kind: "last_week" })}>{t("likeLastWeek")}</Menu.Item>
          <Menu.Item onClick={() => run({ kind: "yesterday" })}>{t("likeYesterday")}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => setSaving(true)}>{t("saveTemplate")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isSaving && <SaveTemplate monday={monday} onClose={() => setSaving(false)} />}
      {skipped.length > 0 && <SkippedDialog skipped={skipped} onClose={() => setSkipped([])} />}
    </>
  );
};
