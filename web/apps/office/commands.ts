import { assetCommands } from "../../field/assetCommands.ts";
import { planningCommands } from "../../planning/planningCommands.ts";
import type { CommandProvider } from "../../ui/palette/commands.ts";
import { translatorOf } from "../../words/words.ts";
import { places } from "./nav.ts";
import { pages } from "./routes.tsx";
import { contactCommands, orderCommands, organizationCommands } from "./searches.ts";
import { officeWords } from "./words.ts";

const goTo: CommandProvider = {
  title: (language) => translatorOf(officeWords, language)("goTo"),
  actions: (language) =>
    places
      .filter(({ to }) => pages.some(({ path }) => path === to))
      .map(({ to, word, icon }) => ({
        id: `go${to}`,
        label: translatorOf(officeWords, language)(word),
        icon,
        to,
      })),
};

/** What the palette knows; a capability adds its provider to this list. */
export const commandProviders: CommandProvider[] = [
  orderCommands,
  organizationCommands,
  contactCommands,
  assetCommands,
  goTo,
  planningCommands,
];
