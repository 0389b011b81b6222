import {
  IconAddressBook,
  IconBuildingStore,
  IconCalendarWeek,
  IconChartBar,
  IconClipboardList,
  IconInbox,
  IconReceipt,
  IconSettings,
  IconSun,
  IconTags,
} from "@tabler/icons-react";
import type { Place } from "../../ui/frame/places.ts";
import type { officeWords } from "./words.ts";

type Word = keyof (typeof officeWords)["nl"];

/** The places of the office, in the order of the rail; a place shows once its page stands in `routes.tsx`. */
export const places: readonly Place<Word>[] = [
  { to: "/", word: "today", icon: IconSun, letter: "t", exact: true },
  { to: "/inbox", word: "inbox", icon: IconInbox, letter: "b" },
  { to: "/orders", word: "orders", icon: IconClipboardList, letter: "o" },
  { to: "/planning", word: "planning", icon: IconCalendarWeek, letter: "p" },
  { to: "/customers", word: "customers", icon: IconAddressBook, letter: "c", also: ["/contacts"] },
  { to: "/partners", word: "partners", icon: IconBuildingStore, letter: "r" },
  { to: "/catalog", word: "catalog", icon: IconTags, letter: "a" },
  { to: "/invoices", word: "invoices", icon: IconReceipt, letter: "f" },
  { to: "/insights", word: "insights", icon: IconChartBar, letter: "i" },
  { to: "/settings", word: "settings", icon: IconSettings, letter: "s", foot: true },
];
