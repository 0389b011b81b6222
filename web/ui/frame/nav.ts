import type { ComponentType } from "react";

export interface NavItem {
  to: string;
  label: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  /** How many things wait there; nothing is shown for zero. */
  count?: number | undefined;
  /** The second key after `g`. */
  letter?: string;
  /** Only the exact page marks the item, not the pages below it. */
  exact?: boolean;
  /** Stands apart at the foot of the rail. */
  foot?: boolean;
}
