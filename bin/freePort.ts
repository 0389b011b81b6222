import { createServer } from "node:net";
import { SetupProblem } from "./setupProblem.ts";

/** Says whether nothing listens on this port of `host` yet. */
export function isFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once("error", () => answer(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => answer(true)));
  });
}

/** The first free port from `first` on. */
export async function nextFreePort(first: number, host = "127.0.0.1"): Promise<number> {
  for (let port = first; port < first + 100; port++) if (await isFree(port, host)) return port;
  throw new SetupProblem(`No free port between ${first} and ${first + 99}.`);
}

/** Reads a port from a setting such as `PORT`; undefined when the setting is absent. */
export function portSetting(name: string, value = process.env[name]): number | undefined {
  if (value === undefined || value.trim() === "") return undefined;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new SetupProblem(`${name} is "${value}"; it must be a number from 1 to 65535.`);
}
