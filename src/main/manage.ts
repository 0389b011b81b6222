import { parseArgs } from "node:util";
import { type Platform, Problem } from "#platform";
import type { FieldProblem } from "#platform/contract";
import { apiKeyAdd } from "./manage/apiKeyAdd.ts";
import { auditVerify } from "./manage/auditVerify.ts";
import { backup } from "./manage/backup.ts";
import { type Command, Misuse, type Tools } from "./manage/command.ts";
import { demo } from "./manage/demo.ts";
import { openapi } from "./manage/openapi.ts";
import { restore } from "./manage/restore.ts";
import { userAdd } from "./manage/userAdd.ts";
import { openPlatform } from "./openPlatform.ts";
import { readSettings } from "./settings.ts";

const commands: readonly Command[] = [userAdd, apiKeyAdd, demo, backup, restore, openapi, auditVerify];
const common = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;

export type ManageOptions = Pick<Tools, "home" | "databaseUrl" | "stopServer" | "embedded">;

const overview = () => {
  const lines = commands.map(({ name, does }) => `  ${name.padEnd(16)} ${does}`);
  return `npm run manage -- <command> [options]\n\n${lines.join("\n")}\n\n--help after a command teaches it; --json gives data instead of text.`;
};

const helpOf = ({ name, does, describe, required = [] }: Command) => {
  const lines = Object.entries(describe).map(
    ([option, text]) => `  --${option.padEnd(14)} ${text}${required.includes(option) ? " (needed)" : ""}`,
  );
  return `npm run manage -- ${name}\n${does}\n${lines.length > 0 ? `\n${lines.join("\n")}\n` : ""}`;
};

/** The command the words begin with, the longest name first, and the words after it. */
const commandIn = (words: readonly string[]) => {
  for (const length of [2, 1]) {
    const command = commands.find(({ name }) => name === words.slice(0, length).join(" "));
    if (command) return { command, rest: words.slice(length) };
  }
  throw new Misuse(
    words.length > 0 ? `There is no command "${words.join(" ")}".\n\n${overview()}` : overview(),
  );
};

const optionsOf = (command: Command, rest: string[]) => {
  try {
    return parseArgs({ args: rest, options: { ...command.options, ...common } }).values;
  } catch (error) {
    throw new Misuse(`${(error as Error).message}\n\n${helpOf(command)}`);
  }
};

/** What is needed and was not given, all of it at once. */
const missingIn = ({ required = [] }: Command, options: Tools["options"]) => {
  const missing = required.filter((name) => !options[name]).map((name) => `--${name}`);
  if (missing.length === 0) return;
  throw new Misuse(`${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} needed`);
};

/** What a problem says, field by field where it does. */
const saidBy = ({ title, facts }: Problem) => {
  const errors = (facts.errors ?? []) as FieldProblem[];
  if (errors.length === 0) return `${title} ${JSON.stringify(facts)}`;
  return errors.map(({ pointer, message }) => `${pointer.slice(1)}: ${message}`).join("\n");
};

/** Opens the house when a command first asks for it, and closes it afterwards. */
const lazily = ({ home, databaseUrl }: ManageOptions) => {
  let opened: Promise<Platform> | undefined;
  const open = async () =>
    openPlatform(await databaseUrl(), readSettings(home, Number(process.env.PORT ?? 3000)), {
      connections: 4,
    });
  const close = async () => {
    const platform = await opened?.catch(() => undefined);
    opened = undefined;
    await platform?.database.close();
  };
  return { platform: () => (opened ??= open()), close };
};

/** Runs one command of `npm run manage`; gives the exit code. */
export const manage = async (args: string[], tools: ManageOptions): Promise<number> => {
  const house = lazily(tools);
  try {
    if (args.length === 0 || args[0] === "--help" || args[0] === "-h") throw new Misuse(overview());
    const { command, rest } = commandIn(args);
    const options = optionsOf(command, rest);
    if (options.help) throw new Misuse(helpOf(command));
    missingIn(command, options as Tools["options"]);
    const { text, data } = await command.run({
      ...tools,
      platform: house.platform,
      stopServer: async () => {
        await house.close();
        await tools.stopServer();
      },
      options: options as Tools["options"],
    });
    console.log(options.json ? JSON.stringify(data) : text);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof Misuse) {
      const asked = args.length === 0 || args.includes("--help") || args.includes("-h");
      (asked ? console.log : console.error)(error.message);
      return asked ? 0 : 2;
    }
    if (!(error instanceof Problem)) throw error;
    console.error(saidBy(error));
    return 1;
  } finally {
    await house.close();
  }
};
