import { ActionIcon, Button, Popover, TextInput } from "@mantine/core";
import { IconBookmark, IconTrash } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useWords } from "../../words/words.ts";
import { tellDone, tellProblem } from "../tell.ts";
import type { Filters } from "../useFilters.ts";
import { useSavedViews } from "../useSavedViews.ts";
import styles from "./FilterBar.module.css";
import { filterWords } from "./words.ts";

/** Saved sets of filters of a list, and a link to share the present one. */
export const ViewsMenu = ({ list, filters }: { list: string; filters: Filters }) => {
  const t = useWords(filterWords);
  const { views, save, remove } = useSavedViews(list);
  const [name, setName] = useState("");
  const [isOpen, setOpen] = useState(false);
  const hasFilters = Object.keys(filters.values).length > 0;

  const onSave = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    save(name.trim(), filters.values);
    setName("");
  };
  const apply = (values: Record<string, string>) => {
    const gone = Object.fromEntries(Object.keys(filters.values).map((key) => [key, undefined]));
    filters.set({ ...gone, ...values });
    setOpen(false);
  };
  const copy = () => {
    navigator.clipboard.writeText(location.href).then(() => tellDone(t("copied")), tellProblem);
  };

  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        <button type="button" className={styles.views} onClick={() => setOpen(!isOpen)}>
          <IconBookmark size={15} stroke={1.7} aria-hidden="true" />
          {t("views")}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("views")}>
        {views.length === 0 && <p className={styles.teach}>{t("noViews")}</p>}
        {views.map((view) => (
          <div key={view.name} className={styles.view}>
            <button type="button" className={styles.viewName} onClick={() => apply(view.values)}>
              {view.name}
            </button>
            <ActionIcon
              size="sm"
              aria-label={t("removeView", { name: view.name })}
              onClick={() => remove(view.name)}
            >
              <IconTrash size={14} stroke={1.7} />
            </ActionIcon>
          </div>
        ))}
        {hasFilters && (
          <form className={styles.saveView} onSubmit={onSave}>
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
          </form>
        )}
        <Button size="xs" variant="subtle" fullWidth onClick={copy} mt={6}>
          {t("copyLink")}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
};
