import { useFormats } from "../../words/format.ts";
import { useVisitNames } from "../visitNames.ts";

/** Days and half days in words. */
export const useMoment = () => {
  const names = useVisitNames();
  const { day } = useFormats();
  return {
    momentOf: (on: string, part: string) => `${day(on)}, ${names("part", part)}`,
    /** Monday is 1. */
    weekdayOf: (on: string) => new Date(`${on}T12:00:00Z`).getUTCDay() || 7,
  };
};
