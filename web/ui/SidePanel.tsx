import { ActionIcon, Drawer, Tooltip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowsDiagonal, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { commonWords } from "../words/common.ts";
import { useWords } from "../words/words.ts";
import { Go } from "./Go.tsx";
import { useKeys } from "./keys.ts";
import styles from "./SidePanel.module.css";

export interface SidePanelProps {
  title: ReactNode;
  /** The record's own page. */
  to?: string;
  onClose: () => void;
  actions?: ReactNode;
  children: ReactNode;
}

const Body = ({ title, to, onClose, actions, children }: SidePanelProps) => {
  const t = useWords(commonWords);
  useKeys(t("open"), [{ key: "Escape", label: t("close"), run: onClose }]);
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {actions}
        {to && (
          <Tooltip label={t("open")}>
            <ActionIcon renderRoot={(props) => <Go to={to} {...props} />} aria-label={t("open")}>
              <IconArrowsDiagonal size={16} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={t("close")}>
          <ActionIcon aria-label={t("close")} onClick={onClose}>
            <IconX size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={styles.body}>{children}</div>
    </>
  );
};

/** A record beside its list; the list keeps its place. On a narrow screen it covers the list. */
export const SidePanel = (props: SidePanelProps) => {
  const isNarrow = useMediaQuery("(max-width: 64em)", false, { getInitialValueInEffect: false });
  if (isNarrow)
    return (
      <Drawer
        opened
        onClose={props.onClose}
        position="right"
        size="lg"
        withCloseButton={false}
        padding={0}
        title={<span className="visually-hidden">{props.title}</span>}
        styles={{
          header: { display: "none" },
          body: { height: "100%", display: "flex", flexDirection: "column" },
        }}
      >
        <Body {...props} />
      </Drawer>
    );
  return (
    <aside className={styles.panel} aria-label={typeof props.title === "string" ? props.title : undefined}>
      <Body {...props} />
    </aside>
  );
};

/** Places a list and, when there is one, the panel beside it. */
export const BesideList = ({ list, panel }: { list: ReactNode; panel: ReactNode }) => (
  <div className={styles.split}>
    <div className={styles.list}>{list}</div>
    {panel}
  </div>
);
