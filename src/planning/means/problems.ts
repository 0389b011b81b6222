import { problem } from "#platform";

export const vanInRepair = problem("planning/van-in-repair", 409, "This van is in repair that day");
export const repairOverlaps = problem("planning/repair-overlaps", 409, "This van is in repair already then");
export const codeTaken = problem("planning/code-taken", 409, "Somebody or something else has this code");
export const placeUnknown = problem("planning/place-unknown", 422, "This address could not be found");
