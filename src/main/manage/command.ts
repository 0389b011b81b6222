import type { ParseArgsConfig } from "node:util";
import type { Platform } from "#platform";

/** Where the embedded server keeps its things. */
export interface EmbeddedServer {
  /** PostgreSQL's own data folder. */
  cluster: string;
  passwordFile: string;
  /** The account the data belongs to, when it is not ours. */
  owner: { uid: number; gid: number } | undefined;
  makeFolder(): void;
  isRunning(): boolean;
}

/** What a command works with. */
export interface Tools {
  home: string;
  /** Starts the server when needed, and gives the address of the database. */
  databaseUrl: () => Promise<string>;
  /** Stops the server, unless it is not ours or somebody else uses it; the next `databaseUrl` starts it again. */
  stopServer: () => Promise<void>;
  /** Undefined with a server of one's own. */
  embedded: (() => EmbeddedServer) | undefined;
  /** Opens the house on the database; closed when the command is done. */
  platform: () => Promise<Platform>;
  options: Readonly<Record<string, string | boolean | string[] | undefined>>;
}

export interface Command {
  /** As it is typed, such as `user add`. */
  name: string;
  does: string;
  /** Options in the form of Node's parseArgs; `describe` teaches them. */
  options: NonNullable<ParseArgsConfig["options"]>;
  describe: Readonly<Record<string, string>>;
  required?: readonly string[];
  /** Gives what to print: text for people, and the same as data for `--json`. */
  run(tools: Tools): Promise<{ text: string; data: unknown }>;
}

/** A mistake in how a command was called; printed as one line, without a stack. */
export class Misuse extends Error {}

/** The text of a required option. */
export const given = (tools: Tools, name: string): string => {
  const value = tools.options[name];
  if (typeof value !== "string" || value === "") throw new Misuse(`--${name} is needed`);
  return value;
};
