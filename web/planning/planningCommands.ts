import type { CommandProvider } from "../ui/palette/commands.ts";
import { translatorOf } from "../words/words.ts";
import { planningPlaces, planningPlaceWords } from "./planningPlaces.ts";

/** The pages of planning in the palette. */
export const planningCommands: CommandProvider = {
  title: (language) => translatorOf(planningPlaceWords, language)("planning"),
  actions: (language) =>
    planningPlaces.map(({ name, to, icon }) => ({
      id: `planning-${name}`,
      label: translatorOf(planningPlaceWords, language)(name),
      icon,
      to,
    })),
};
