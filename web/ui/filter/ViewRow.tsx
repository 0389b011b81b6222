import { ActionIcon, Menu, TextInput } from "@mantine/core";
import { IconCheck, IconDots, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import type { SavedView } from "#platform/views/contract";
import { fieldErrorsOf } from "../../api/useActionForm.ts";
import { useLanguage } from "../../words/language.ts";
import { useWords } from "../../words/words.ts";
import type { useSavedViews } from "../useSavedViews.ts";
import styles from "./FilterBar.module.css";
import { filterWords } from "./words.ts";

interface RowProps {
  view: SavedView;
  saved: ReturnType<typeof useSavedViews>;
  onApply: () => void;
}

const Rename = ({ view, saved, onDone }: Omit<RowProps, "onApply"> & { onDone: () => void }) => {
  const t = useWords(filterWords);
  const language = useLanguage();
  const [name, setName] = useState(view.name);
  const { change } = saved;
  return (
    <form
      className={styles.view}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim())
          change.runAsync({ viewId: view.id, name: name.trim() }).then(onDone, () => undefined);
      }}
    >
      <TextInput
        size="xs"
        data-autofocus
        aria-label={t("viewName")}
        value={name}
        maxLength={60}
        style={{ flex: 1 }}
        error={change.problem && (fieldErrorsOf(change.problem, language).name ?? change.problem.title)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ActionIcon size="sm" type="submit" aria-label={t("save")}>
        <IconCheck size={14} stroke={1.9} />
      </ActionIcon>
    </form>
  );
};

/** One saved view: choose it, make it the first, and, when it is one's own, rename, share or remove it. */
export const ViewRow = ({ view, saved, onApply }: RowProps) => {
  const t = useWords(filterWords);
  const [isRenaming, setRenaming] = useState(false);
  if (isRenaming) return <Rename view={view} saved={saved} onDone={() => setRenaming(false)} />;
  const { id: viewId, name, isDefault, isMine, shared } = view;
  return (
    <div className={styles.view}>
      <button type="button" className={styles.viewName} onClick={onApply}>
        {name}
        {isDefault && <span className={styles.mark}>{t("isDefault")}</span>}
        {!isMine && <span className={styles.mark}>{view.ownerName}</span>}
      </button>
      {isMine && shared && <IconUsers size={14} stroke={1.7} aria-label={t("shared")} role="img" />}
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <ActionIcon size="sm" aria-label={t("viewMenu", { name })}>
            <IconDots size={14} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => saved.setDefault(isDefault ? null : viewId)}>
            {isDefault ? t("noDefault") : t("makeDefault")}
          </Menu.Item>
          {isMine && (
            <>
              <Menu.Item onClick={() => setRenaming(true)}>{t("rename")}</Menu.Item>
              <Menu.Item onClick={() => saved.change.run({ viewId, shared: !shared })}>
                {shared ? t("unshare") : t("share")}
              </Menu.Item>
              <Menu.Item onClick={() => saved.remove(viewId)}>{t("remove")}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
};
