import { Outlet } from "@tanstack/react-router";
import { useEffect } from "react";
import { orders } from "#orders/contract";
import { Problem } from "#platform/contract";
import { useQuery } from "../api/queries.ts";
import { CustomerFrame } from "../apps/customer/CustomerFrame.tsx";
import { LinkPage } from "../apps/customer/LinkPage.tsx";
import { ErrorState, SkeletonPage } from "../ui/states.tsx";
import { suggestLanguage } from "../words/language.ts";

/** A partner's own look, as far as it is set. */
const lookOf = (brand: Record<string, unknown> | undefined) => {
  const text = (key: string) => (typeof brand?.[key] === "string" ? (brand[key] as string) : undefined);
  return { name: text("name"), colour: text("colour"), logoUrl: text("logoUrl") };
};

const isLinkProblem = (error: unknown) =>
  error instanceof Problem && [401, 403, 404, 410].includes(error.status);

/** The frame of every customer page: the brand the customer knows above, who sells by law below. */
export const MyOrderFrame = () => {
  const { data: order, error, refetch } = useQuery(orders.orderForCustomer, {}, { live: ["*"] });
  const language = order?.language;
  useEffect(() => {
    if (language) suggestLanguage(language);
  }, [language]);
  if (error && !order)
    return isLinkProblem(error) ? <LinkPage /> : <ErrorState error={error} retry={() => void refetch()} />;
  if (!order) return <SkeletonPage />;
  const { brand, partner } = order;
  const look = lookOf(partner?.brand);
  return (
    <CustomerFrame
      brand={{
        name: look.name ?? brand.name,
        colour: look.colour ?? brand.colour,
        logoUrl: look.logoUrl ?? null,
      }}
      seller={{
        legalName: brand.name,
        address: brand.addressLines.join(", ") || null,
        cocNumber: brand.kvkNumber,
        vatNumber: brand.vatNumber,
        phone: brand.phone ?? "",
        email: brand.mailAddress,
      }}
    >
      <Outlet />
    </CustomerFrame>
  );
};
