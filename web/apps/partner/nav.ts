import {
  IconClipboardList,
  IconCoins,
  IconFileText,
  IconHelpCircle,
  IconPlugConnected,
  IconReceipt,
  IconSquarePlus,
} from "@tabler/icons-react";
import type { Place } from "../../ui/frame/places.ts";
import type { partnerWords } from "./words.ts";

type Word = keyof (typeof partnerWords)["nl"];

/** The places of the partner portal; a place shows once its page stands in `routes.tsx`. */
export const places: readonly Place<Word>[] = [
  { to: "/", word: "orders", icon: IconClipboardList, letter: "o", exact: true },
  { to: "/new", word: "newOrder", icon: IconSquarePlus, letter: "n" },
  { to: "/quotes", word: "quotes", icon: IconFileText, letter: "q" },
  { to: "/invoices", word: "invoices", icon: IconReceipt, letter: "f" },
  { to: "/commissions", word: "commissions", icon: IconCoins, letter: "c" },
  { to: "/tickets", word: "tickets", icon: IconHelpCircle, letter: "t" },
  { to: "/settings", word: "settings", icon: IconPlugConnected, letter: "s", foot: true },
];
