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
  /** Pages that belong to this place though their address stands elsewhere, such as `/contacts`. */
  also?: readonly string[];
  /** Stands apart at the foot of the rail. */
  foot?: boolean;
}

/** Whether a page belongs to a place, though its address does not stand below it. */
export const belongsTo = ({ also = [] }: Pick<NavItem, "also">, path: string): boolean =>
  also.some((other) => path === other || path.startsWith(`${other}/`));
