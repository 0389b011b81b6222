import { type Day, dayOf, type Instant, invalidInput } from "#platform";

/** Refuses a wish of the office for a day that is over; what a partner sends is kept as it came. */
export const refusePastWish = (requestedOn: Day | null | undefined, now: Instant): void => {
  if (requestedOn && requestedOn < dayOf(now))
    throw invalidInput({
      errors: [{ pointer: "/requestedOn", problem: "past-day", message: "This day is over" }],
    });
};
