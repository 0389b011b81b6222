import { IconCalendarWeek, IconClock, IconPackage, IconTruck } from "@tabler/icons-react";
import type { Place } from "../../ui/frame/places.ts";

type Word = "today" | "week" | "stock" | "hours";

/** The places of the field app; a place shows once its page stands in `routes.tsx`. */
export const places: readonly Place<Word>[] = [
  { to: "/", word: "today", icon: IconTruck, exact: true },
  { to: "/week", word: "week", icon: IconCalendarWeek },
  { to: "/stock", word: "stock", icon: IconPackage },
  { to: "/hours", word: "hours", icon: IconClock },
];
