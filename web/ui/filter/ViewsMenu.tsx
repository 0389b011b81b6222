import { Button, Checkbox, Popover, TextInput } from "@mantine/core";
import { IconBookmark } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useWords } from "../../words/words.ts";
import { tellDone, tellProblem } from "../tell.ts";
import type { Filters } from "../useFilters.ts";
import { useSavedViews } from "../useSavedViews.ts";
import styles from "./FilterBar.module.css";
import { ViewRow } from "./ViewRow.tsx";
import { filterWords } from "./words.ts";

const SaveView = ({ onSave }: { onSave: (name: string, shared: boolean) => void }) => {
  const t = useWords(filterWords);
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    onSave(name.trim(), shared);
    setName("");
    setShared(false);
  };
  return (
    <form className={styles.saveView} onSubmit={submit} noValidate>
      <TextInput
        size="xs"
        aria-label={t("viewName")}
        placeholder={t("viewName")}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button size="xs" type="submit">
        {t("save")}
      </Button>
      <Checkbox
        size="xs"
        className={styles.share}
        label={t("share")}
        checked={shared}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
    </form>
  );
};

/** Saved sets of filters of a list, one's own and shared ones, and a link to the present one. */
export const ViewsMenu = ({ list, filters }: { list: string; filters: Filters }) => {
  const t = useWords(filterWords);
  const saved = useSavedViews(list, filters);
  const [isOpen, setOpen] = useState(false);
  const hasFilters = Object.keys(filters.values).length > 0;

  const apply = (values: Record<string, string>) => {
    const gone = Object.fromEntries(Object.keys(filters.values).map((key) => [key, undefined]));
    filters.set({ ...gone, ...values });
    setOpen(false);
  };
  const copy = () => {
    navigator.clipboard.writeText(location.href).then(() => tellDone(t("copied")), tellProblem);
  };
  const groups = [
    { title: t("mine"), rows: saved.views.filter(({ isMine }) => isMine) },
    { title: t("ofOthers"), rows: saved.views.filter(({ isMine }) => !isMine) },
  ].filter(({ rows }) => rows.length > 0);

  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} trapFocus>
      <Popover.Target>
        <button type="button" className={styles.views} onClick={() => setOpen(!isOpen)}>
          <IconBookmark size={15} stroke={1.7} aria-hidden="true" />
          {t("views")}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("views")}>
        {saved.views.length === 0 && <p className={styles.teach}>{t("noViews")}</p>}
        {groups.map(({ title, rows }) => (
          <section key={title} aria-label={title}>
            <p className={styles.group}>{title}</p>
            {rows.map((view) => (
              <ViewRow key={view.id} view={view} saved={saved} onApply={() => apply(view.filters)} />
            ))}
          </section>
        ))}
        {hasFilters && <SaveView onSave={saved.save} />}
        <Button size="xs" variant="subtle" fullWidth onClick={copy} mt={6}>
          {t("copyLink")}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
};
