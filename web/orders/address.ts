import type { SiteView } from "#crm/contract";

type Site = Pick<SiteView, "street" | "houseNumber" | "addition" | "postalCode" | "city">;

/** An address on one line, as people write it; nothing when nothing is known. */
export const addressOf = (site: Site | null | undefined): string | null => {
  if (!site) return null;
  const number = [site.houseNumber, site.addition].filter(Boolean).join(" ");
  const street = [site.street, number].filter(Boolean).join(" ");
  const code = site.postalCode?.replace(/^(\d{4})([A-Z]{2})$/, "$1 $2");
  const place = [code, site.city].filter(Boolean).join(" ");
  return [street, place].filter(Boolean).join(", ") || null;
};
