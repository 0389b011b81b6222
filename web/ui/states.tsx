import { Button, Skeleton } from "@mantine/core";
import { IconAlertTriangle, IconInbox } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import type { ComponentType, ReactNode } from "react";
import { Problem } from "#platform/contract";
import { hasFailed } from "../api/queries.ts";
import { commonWords } from "../words/common.ts";
import { useSentence } from "../words/problems.ts";
import { useWords } from "../words/words.ts";
import { isPartMissing } from "./freshPage.ts";
import { retryPage, Slow } from "./Slow.tsx";
import styles from "./states.module.css";

export interface EmptyStateProps {
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  title: string;
  /** What belongs here and how it gets here: an empty place teaches. */
  text?: ReactNode;
  action?: ReactNode;
  /** It is the whole page, and its title the page's heading. */
  isPage?: boolean;
}

/** Nothing here yet: says what will be here and how to begin. */
export const EmptyState = ({ icon: Icon = IconInbox, title, text, action, isPage }: EmptyStateProps) => (
  <div className={styles.state}>
    <span className={styles.icon} aria-hidden="true">
      <Icon size={22} stroke={1.5} />
    </span>
    {isPage ? <h1 className={styles.title}>{title}</h1> : <p className={styles.title}>{title}</p>}
    {text && <div className={styles.text}>{text}</div>}
    {action && <div className={styles.action}>{action}</div>}
  </div>
);

const partMissing = new Problem("web/part-missing", 0, "A part of this page could not be loaded");

/** What is not there, or not for this person, does not come by asking again. */
const mayComeLater = (error: unknown) => !(error instanceof Problem) || ![403, 404].includes(error.status);

/** Something went wrong: what, that nothing was lost, and what to do now; without a way of its own, all that failed is asked again. */
export const ErrorState = ({
  error,
  retry,
  isPage,
}: {
  error: unknown;
  retry?: (() => void) | undefined;
  /** It is the whole page, and its sentence the page's heading. */
  isPage?: boolean;
}) => {
  const t = useWords(commonWords);
  const sentence = useSentence();
  const reference = error instanceof Problem ? error.facts.reference : undefined;
  const client = useQueryClient();
  const isMissing = isPartMissing(error);
  const askAgain = () => void client.refetchQueries({ type: "active", predicate: hasFailed });
  const Title = isPage ? "h1" : "p";
  const again = isMissing ? () => void retryPage() : mayComeLater(error) && (retry ?? askAgain);
  return (
    <div className={styles.state} role="alert" data-tone="danger">
      <span className={styles.icon} aria-hidden="true">
        <IconAlertTriangle size={22} stroke={1.5} />
      </span>
      <Title className={styles.title}>{sentence(isMissing ? partMissing : error)}</Title>
      {typeof reference === "string" && <p className={styles.text}>{reference}</p>}
      {again && (
        <div className={styles.action}>
          <Button variant="default" onClick={again}>
            {t("retry")}
          </Button>
        </div>
      )}
    </div>
  );
};

const widths = ["62%", "84%", "48%", "71%", "56%", "90%"];

/** Grey lines in the shape of what is coming. */
export const SkeletonLines = ({ lines = 4 }: { lines?: number }) => (
  <div className={styles.lines} aria-busy="true" aria-live="polite">
    {Array.from({ length: lines }, (_, index) => (
      <Skeleton key={index} height={12} width={widths[index % widths.length]} radius="xs" />
    ))}
  </div>
);

/** A record page while it loads: header, facts and a timeline in their final shape. */
export const SkeletonPage = () => (
  <div className={styles.page} aria-busy="true">
    <Skeleton height={22} width={260} radius="xs" />
    <Skeleton height={12} width={180} radius="xs" />
    <div className={styles.columns}>
      <SkeletonLines lines={8} />
      <SkeletonLines lines={5} />
    </div>
    <Slow />
  </div>
);
