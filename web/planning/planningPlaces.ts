import { IconArrowsSplit2, IconChartHistogram, IconHourglass, IconSettings } from "@tabler/icons-react";
import { words } from "../words/words.ts";

export const planningPlaceWords = words({
  nl: {
    planning: "Planning",
    capacity: "Capaciteit",
    whatIf: "Wat als",
    waiting: "Wachtlijst",
    settings: "Instellingen",
  },
  en: {
    planning: "Planning",
    capacity: "Capacity",
    whatIf: "What if",
    waiting: "Waiting list",
    settings: "Settings",
  },
});

/** Pages of planning that the tabs and the palette lead to. */
export const planningPlaces = [
  { name: "capacity", to: "/planning/capacity", icon: IconChartHistogram },
  { name: "whatIf", to: "/planning/what-if", icon: IconArrowsSplit2 },
  { name: "waiting", to: "/planning/waiting", icon: IconHourglass },
  { name: "settings", to: "/planning/settings", icon: IconSettings },
] as const;
