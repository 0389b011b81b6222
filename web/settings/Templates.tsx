import { Button, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { messaging } from "#messaging/contract";
import type { OutputOf } from "#platform/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { useActionForm } from "../api/useActionForm.ts";
import { EmptyState, ErrorState, SkeletonLines } from "../ui/states.tsx";
import { tellDone } from "../ui/tell.ts";
import { useLanguage } from "../words/language.ts";
import { lookUp, useWords } from "../words/words.ts";
import { MailPreview } from "./MailPreview.tsx";
import styles from "./settings.module.css";
import { templateNames } from "./templateNames.ts";
import { useTabFilters } from "./useTabFilters.ts";
import { settingsWords } from "./words.ts";

type Template = OutputOf<typeof messaging.templates>["rows"][number];

const Editor = ({ template, language }: { template: Template; language: "nl" | "en" }) => {
  const t = useWords(settingsWords);
  const text = template[language];
  const fixed = { name: template.name, language };
  const form = useActionForm(
    messaging.changeTemplate,
    { subject: text.subject, body: text.body },
    { fixed, onDone: () => tellDone(t("saved")) },
  );
  const reset = useAction(messaging.changeTemplate, { onDone: () => tellDone(t("resetDone")) });
  return (
    <>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <TextInput label={t("subject")} {...form.field("subject")} />
        <Textarea label={t("body")} autosize minRows={12} maxRows={28} {...form.field("body")} />
        <div>
          <p>{t("variables")}</p>
          <div className={styles.variables}>
            {template.variables.map((name) => (
              <span key={name} className={styles.variable}>{`{${name}}`}</span>
            ))}
          </div>
        </div>
        <Button type="submit" loading={form.isSending}>
          {t("save")}
        </Button>
        {text.own && (
          <Button
            variant="subtle"
            style={{ justifySelf: "start" }}
            loading={reset.isRunning}
            onClick={() => reset.run({ ...fixed, subject: "", body: "" })}
          >
            {t("reset")}
          </Button>
        )}
      </form>
      <section aria-label={t("preview")}>
        <MailPreview subject={form.values.subject} body={form.values.body} />
      </section>
    </>
  );
};

/** Every mail the product sends, its text to be written over, with a preview beside it. */
export const Templates = () => {
  const t = useWords(settingsWords);
  const filters = useTabFilters();
  const spoken = useLanguage();
  const [language, setLanguage] = useState(spoken);
  const { data, error } = useQuery(messaging.templates, {});
  if (error) return <ErrorState error={error} />;
  if (!data) return <SkeletonLines lines={8} />;
  const nameOf = ({ name }: Template) => lookUp(templateNames, spoken, name) ?? name;
  const rows = data.rows.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), spoken));
  const chosen = rows.find(({ name }) => name === filters.values.template) ?? rows[0];
  if (!chosen) return <EmptyState title={t("noTemplates")} />;
  return (
    <div className={styles.templates}>
      <nav className={styles.names2} aria-label={t("templates")}>
        {rows.map((template) => (
          <button
            key={template.name}
            type="button"
            className={styles.template}
            aria-current={template === chosen}
            onClick={() => filters.set({ template: template.name })}
          >
            <span>{nameOf(template)}</span>
            {(template.nl.own || template.en.own) && <span className={styles.soft}>{t("ownText")}</span>}
          </button>
        ))}
      </nav>
      <div className={styles.editor}>
        <div style={{ gridColumn: "1 / -1" }}>
          <SegmentedControl
            size="xs"
            aria-label={t("templates")}
            value={language}
            onChange={(value) => setLanguage(value === "en" ? "en" : "nl")}
            data={[
              { value: "nl", label: "Nederlands" },
              { value: "en", label: "English" },
            ]}
          />
        </div>
        <Editor
          key={`${chosen.name}${language}${chosen[language].subject}${chosen[language].body}`}
          template={chosen}
          language={language}
        />
      </div>
    </div>
  );
};
