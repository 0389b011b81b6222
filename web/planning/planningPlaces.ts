import { IconChartHistogram, IconHourglass } from "@tabler/icons-react";
import { words } from "../words/words.ts";

export const planningPlaceWords = words({
  nl: {
    planning: "Planning",
    capacity: "Capaciteit",
    waiting: "Wachtlijst",
  },
  en: {
    planning: "Planning",
    capacity: "Capacity",
    waiting: "Waiting list",
  },
});

/** Pages of planning that the tabs and the palette lead to. */
export const planningPlaces = [
  { name: "capacity", to: "/planning/capacity", icon: IconChartHistogram },
  { name: "waiting", to: "/planning/waiting", icon: IconHourglass },
] as const;
