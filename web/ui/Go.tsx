import { Link, useNavigate } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";

/** Path and search of an address such as `/orders?status=planning`. */
const partsOf = (address: string) => {
  const [path = "/", query = ""] = address.split("?");
  return { to: path, search: Object.fromEntries(new URLSearchParams(query)) };
};

type GoProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & {
  to: string;
  ref?: Ref<HTMLAnchorElement>;
  /** Only the exact page marks the link as current, not the pages below it. */
  exact?: boolean;
  /** Marks the link as current on a page that does not stand below it. */
  isCurrent?: boolean;
};

const current = { "data-current": "true", "aria-current": "page" } as const;

/** A link to a page of this app; other addresses (documents, mail, phone) take a plain `<a>`. */
export const Go = ({ to, exact = false, isCurrent = false, ...rest }: GoProps) => (
  <Link
    {...(partsOf(to) as { to: string })}
    // Of several addresses of one page only the one that is looked at is current.
    activeOptions={{ exact, includeSearch: to.includes("?") }}
    activeProps={current as object}
    preload="intent"
    {...(isCurrent ? current : {})}
    {...rest}
  />
);

/** Goes to a page of this app from code. */
export const useGo = () => {
  const navigate = useNavigate();
  return (to: string, options: { replace?: boolean } = {}) =>
    void navigate({ ...(partsOf(to) as object), ...options } as never);
};
