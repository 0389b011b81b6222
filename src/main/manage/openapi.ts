import { createPlatform, openApiOf, systemClock } from "#platform";
import { capabilities } from "../house.ts";
import type { Command } from "./command.ts";

/** Prints the OpenAPI document; needs no database. */
export const openapi: Command = {
  name: "openapi",
  does: "prints the OpenAPI 3.1 document",
  options: {},
  describe: {},
  async run() {
    const contractsOnly = { database: undefined as never, services: undefined as never, clock: systemClock };
    const document = openApiOf(createPlatform({ ...contractsOnly, capabilities }));
    return { text: JSON.stringify(document, null, 2), data: document };
  },
};
