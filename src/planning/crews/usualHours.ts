/** The hours of a crew for which none were given. */
export const usualHours = { startsAt: "07:30", endsAt: "17:00" } as const;
