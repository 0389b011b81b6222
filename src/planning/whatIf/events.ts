import { z } from "zod";
import { event } from "#platform";

/** Somebody asked what if: it shows as being worked out, also on other screens. */
export const whatIfAsked = event("planning/what-if-asked", z.object({ id: z.string() }));

/** A what-if was worked out, or thrown away. */
export const whatIfAnswered = event("planning/what-if-answered", z.object({ id: z.string() }));
