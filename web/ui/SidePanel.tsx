import { ActionIcon, Tooltip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowsDiagonal, IconX } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense } from "react";
import { commonWords } from "../words/common.ts";
import { useWords } from "../words/words.ts";
import { Go } from "./Go.tsx";
import { useKeys } from "./keys.ts";
import styles from "./SidePanel.module.css";

const NarrowPanel = lazy(() =>
  import("./NarrowPanel.tsx").then((module) => ({ default: module.NarrowPanel })),
);

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
      <Suspense fallback={null}>
        <NarrowPanel title={props.title} onClose={props.onClose}>
          <Body {...props} />
        </NarrowPanel>
      </Suspense>
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
