import { IconChartHistogram } from "@tabler/icons-react";
import { words } from "../words/words.ts";

export const planningPlaceWords = words({
  nl: {
    planning: "Planning",
    capacity: "Capaciteit",
  },
  en: {
    planning: "Planning",
    capacity: "Capacity",
  },
});

/** Pages of planning that the tabs and the palette lead to. */
export const planningPlaces = [
  { name: "capacity", to: "/planning/capacity", icon: IconChartHistogram },
] as const;
