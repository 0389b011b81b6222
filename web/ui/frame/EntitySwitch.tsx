import { Menu } from "@mantine/core";
import { IconCheck, IconSelector } from "@tabler/icons-react";
import { useEffect } from "react";
import { useWords } from "../../words/words.ts";
import { applyAccent } from "../accent.ts";
import { chooseEntity, type EntityBrand, useEntity } from "../entity.ts";
import { Mark } from "../Mark.tsx";
import styles from "./Frame.module.css";
import { frameWords } from "./words.ts";

const Swatch = ({ colour }: { colour?: string }) => (
  <span className={styles.swatch} style={{ background: colour ?? "var(--text-soft)" }} aria-hidden="true" />
);

/** Whose work is shown; colours identity and primary action after that entity. */
export const EntitySwitch = ({ entities }: { entities: readonly EntityBrand[] }) => {
  const t = useWords(frameWords);
  const chosen = useEntity(entities);
  useEffect(() => applyAccent(chosen?.colour), [chosen?.colour]);
  const name = chosen?.name ?? t("allEntities");
  if (entities.length < 2)
    return (
      <div className={styles.switch}>
        <Mark />
        <span className={styles.itemLabel}>{name}</span>
      </div>
    );
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <button type="button" className={styles.switch} aria-label={`${t("entity")}: ${name}`}>
          <Mark />
          <span className={styles.itemLabel}>{name}</span>
          <IconSelector size={15} stroke={1.7} className={styles.chevron} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Swatch />}
          rightSection={chosen ? null : <IconCheck size={15} />}
          onClick={() => chooseEntity(undefined)}
        >
          {t("allEntities")}
        </Menu.Item>
        {entities.map((entity) => (
          <Menu.Item
            key={entity.code}
            leftSection={<Swatch colour={entity.colour} />}
            rightSection={chosen?.code === entity.code ? <IconCheck size={15} /> : null}
            onClick={() => chooseEntity(entity.code)}
          >
            {entity.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
