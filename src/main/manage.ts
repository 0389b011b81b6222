import { parseArgs } from "node:util";
import { insertUser, openApiOf, setPassword, verifyAudit } from "#platform";

export interface ManageOptions {
  home: string;
  databaseUrl: () => Promise<string>;
  postgresFolder: string | undefined;
}
