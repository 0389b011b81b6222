import { z } from "zod";
import { event } from "#platform";

export const articleChanged = event("catalog/article-changed", z.object({ id: z.string() }));
export const partnerSkuMapped = event(
  "catalog/partner-sku-mapped",
  z.object({ id: z.string(), organizationId: z.string(), partnerSku: z.string() }),
);
