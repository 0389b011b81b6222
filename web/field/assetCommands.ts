import { IconPlugConnected } from "@tabler/icons-react";
import { field } from "#field/contract";
import { call } from "../api/call.ts";
import type { CommandProvider } from "../ui/palette/commands.ts";
import { translatorOf, words } from "../words/words.ts";

const assetWords = words({ nl: { title: "Serienummers" }, en: { title: "Serial numbers" } });
const most = 6;

/** Installed chargers by part of their serial number; opens the order they belong to. */
export const assetCommands: CommandProvider = {
  title: (language) => translatorOf(assetWords, language)("title"),
  search: async (text, signal) => {
    const { rows } = await call(field.assets, { search: text, limit: most } as never, { signal });
    return rows.map((row) => ({
      id: `asset${row.id}`,
      label: `${row.serial} ${row.name}`,
      detail: [row.orderNumber, row.customerName, row.place].filter(Boolean).join(" · "),
      icon: IconPlugConnected,
      to: `/orders/${row.orderId}`,
    }));
  },
};
