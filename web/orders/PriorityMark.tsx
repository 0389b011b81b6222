import { IconChevronsUp, IconChevronUp } from "@tabler/icons-react";
import { useOrderNames } from "./status.ts";

/** A raised priority, in a glance; nothing for the usual ones. */
export const PriorityMark = ({ priority }: { priority: string }) => {
  const names = useOrderNames();
  if (priority !== "high" && priority !== "urgent") return null;
  const Icon = priority === "urgent" ? IconChevronsUp : IconChevronUp;
  const name = names("priority", priority);
  return (
    <span title={name} style={{ display: "inline-flex", color: "var(--danger-text)" }}>
      <Icon size={15} stroke={2.2} aria-hidden="true" />
      <span className="visually-hidden">{name}</span>
    </span>
  );
};
