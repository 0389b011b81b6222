import { useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Go } from "../Go.tsx";
import { belongsTo, type NavItem } from "./nav.ts";

interface PlaceLinkProps {
  item: NavItem;
  className: string | undefined;
  children: ReactNode;
  onGo?: (() => void) | undefined;
}

/** The way to a place of the menu, marked on every page that belongs to it. */
export const PlaceLink = ({ item, className, children, onGo }: PlaceLinkProps) => {
  const path = useLocation({ select: ({ pathname }) => pathname });
  return (
    <Go
      to={item.to}
      exact={item.exact ?? false}
      isCurrent={belongsTo(item, path)}
      {...(className ? { className } : {})}
      {...(onGo ? { onClick: onGo } : {})}
    >
      {children}
    </Go>
  );
};
