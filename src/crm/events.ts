import { z } from "zod";
import { event } from "#platform";

export const organizationChanged = event("crm/organization-changed", z.object({ id: z.string() }));
export const contactChanged = event("crm/contact-changed", z.object({ id: z.string() }));
export const businessEntityChanged = event(
  "crm/business-entity-changed",
  z.object({ id: z.string(), code: z.string() }),
);
