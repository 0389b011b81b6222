import { type ComponentType, lazy, Suspense } from "react";
import type { OrderPartProps } from "../orders/Order.ts";
import { SkeletonLines } from "../ui/states.tsx";

type Part = ComponentType<OrderPartProps>;
type Files = Record<string, () => Promise<unknown>>;

/** The part of another capability on the order's page, when that capability has one; loaded with the page. */
const partOf = (files: Files, name: string): Part | undefined => {
  const [load] = Object.values(files);
  if (!load) return undefined;
  // Fetched beside the order, not after it; what failed then is tried again when it is shown.
  const early = load().catch(() => undefined);
  const Lazy = lazy(async () => {
    const module = ((await early) ?? (await load())) as Record<string, Part>;
    const found = module[name];
    if (!found) throw new Error(`${name} is not exported by its file`);
    return { default: found };
  });
  return (props) => (
    <Suspense fallback={<SkeletonLines lines={3} />}>
      <Lazy {...props} />
    </Suspense>
  );
};

/** What other capabilities bring to the order's page; each brings its own section with a title. */
export const OrderIntake = partOf(import.meta.glob("../sales/OrderIntake.tsx"), "OrderIntake");
export const OrderQuote = partOf(import.meta.glob("../sales/OrderQuote.tsx"), "OrderQuote");
export const OrderVisits = partOf(import.meta.glob("../planning/OrderVisits.tsx"), "OrderVisits");
export const OrderInvoices = partOf(import.meta.glob("../billing/OrderInvoices.tsx"), "OrderInvoices");
