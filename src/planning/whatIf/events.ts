import { z } from "zod";
import { event } from "#platform";

/** A what-if was worked out, or thrown away. */
export const whatIfAnswered = event("planning/what-if-answered", z.object({ id: z.string() }));
