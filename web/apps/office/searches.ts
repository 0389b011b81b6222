import { IconBuilding, IconClipboardList, IconSquarePlus, IconUser } from "@tabler/icons-react";
import { crm } from "#crm/contract";
import { orders } from "#orders/contract";
import { call } from "../../api/call.ts";
import { crmWords } from "../../crm/words.ts";
import { openNewLead } from "../../orders/lead/newLeadDialog.ts";
import { orderWords } from "../../orders/words.ts";
import type { CommandProvider } from "../../ui/palette/commands.ts";
import { lookUp, translatorOf } from "../../words/words.ts";

const most = 6;

/** A postcode, alone or with a number, is searched as it is kept: `3862 kj 18` is `3862KJ18`. */
export const asSearched = (typed: string) => {
  const found = /^\s*(\d{4})\s*([a-z]{2})\s*(\d*)\s*([a-z]?)\s*$/i.exec(typed);
  return found ? `${found[1]}${found[2]?.toUpperCase()}${found[3]}${found[4] ?? ""}` : typed;
};

/** Orders by number, name, place, or postcode and house number. */
export const orderCommands: CommandProvider = {
  title: (language) => translatorOf(orderWords, language)("orders"),
  actions: (language) => [
    {
      id: "new-lead",
      label: translatorOf(orderWords, language)("newLead"),
      keywords: "order lead nieuw new",
      icon: IconSquarePlus,
      run: openNewLead,
    },
  ],
  search: async (text, signal, language) => {
    const { rows } = await call(orders.orders, { search: asSearched(text), limit: most } as never, {
      signal,
    });
    return rows.map((row) => ({
      id: `order${row.id}`,
      label: `${row.number} ${row.customerName}`,
      detail: [lookUp(orderWords, language, `status.${row.status}`), row.place].filter(Boolean).join(" · "),
      icon: IconClipboardList,
      to: `/orders/${row.id}`,
    }));
  },
};

/** Organizations by name. */
export const organizationCommands: CommandProvider = {
  title: (language) => translatorOf(crmWords, language)("organizations"),
  search: async (text, signal) => {
    const { rows } = await call(crm.organizations, { search: text, limit: most } as never, { signal });
    return rows.map((row) => ({
      id: `organization${row.id}`,
      label: row.name,
      detail: [row.parentName, row.city].filter(Boolean).join(" · "),
      icon: IconBuilding,
      to: `/customers/${row.id}`,
    }));
  },
};

/** People by name, mail address or number. */
export const contactCommands: CommandProvider = {
  title: (language) => translatorOf(crmWords, language)("contacts"),
  search: async (text, signal) => {
    const { rows } = await call(crm.contacts, { search: text, limit: most } as never, { signal });
    return rows.map((row) => ({
      id: `contact${row.id}`,
      label: row.name,
      detail: row.email ?? row.phone ?? "",
      icon: IconUser,
      to: `/contacts/${row.id}`,
    }));
  },
};
