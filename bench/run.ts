import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openPlatform } from "../src/main/openPlatform.ts";
import { readSettings } from "../src/main/settings.ts";
import { bareWorkers } from "./bare.ts";
import { type Case, cases, type Ground } from "./cases.ts";
import { prepareGround, untilQuiet } from "./ground.ts";
import { filledHome, type RunningHouse, startHouse } from "./house.ts";
import { Connection } from "./httpClient.ts";
import { measureLive } from "./live.ts";
import { compare, type Workers } from "./load.ts";

const connections = 16;
const { values: options } = parseArgs({
  options: {
    scale: { type: "string", default: "10" },
    seconds: { type: "string", default: "6" },
    only: { type: "string", default: "" },
    streams: { type: "string", default: "500" },
  },
});
const scale = Number(options.scale);
const seconds = Number(options.seconds);

/** Requests over HTTP on kept-alive connections; an answer that is no success ends the run. */
const httpWorkers = async (port: number, each: Case, ground: Ground): Promise<Workers> => {
  const opened = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const workers = opened.map((connection) => async (turn: number) => {
    const { status, body } = await connection.ask(each.call(ground, turn));
    if (status >= 300) throw new Error(`${each.name} gave ${status}: ${body.slice(0, 300)}`);
  });
  return { workers, close: () => opened.forEach((connection) => connection.close()) };
};

const columns = ["case", "req/s", "p50 ms", "p99 ms", "bare/s", "bare p50", "bare p99", "cost"] as const;
const line = (cells: readonly (string | number)[]) =>
  `| ${cells.map((cell, index) => String(cell)[index === 0 ? "padEnd" : "padStart"](index === 0 ? 45 : 8)).join(" | ")} |`;

const measureAll = async (house: RunningHouse) => {
  const settings = readSettings(house.home, house.port);
  const platform = await openPlatform(house.databaseUrl, settings, { connections: 4 });
  try {
    const ground = await prepareGround(platform, house.port);
    const wanted = cases.filter(({ endpoint, name }) => `${endpoint} ${name}`.includes(options.only));
    const figures: Record<string, unknown>[] = [];
    console.log(line(columns));
    console.log(line(columns.map((_, index) => "-".repeat(index === 0 ? 45 : 8))));
    for (const each of wanted) {
      const ways = [
        await bareWorkers(platform, house.databaseUrl, each, ground, connections),
        await httpWorkers(house.port, each, ground),
      ];
      const measured = await compare(ways, { seconds, between: () => untilQuiet(platform) });
      const [bare, http] = [measured[0]!, measured[1]!];
      const cost = Math.round((bare.perSecond / http.perSecond) * 100) / 100;
      console.log(
        line([each.name, http.perSecond, http.p50, http.p99, bare.perSecond, bare.p50, bare.p99, `${cost}×`]),
      );
      figures.push({ case: each.name, http, bare, cost });
    }
    await untilQuiet(platform);
    const streams = Number(options.streams);
    const live = streams > 0 ? await measureLive(house.port, ground, { streams, changes: 40 }) : null;
    if (live)
      console.log(
        `\nChange to ${live.streams} open browsers: p50 ${live.p50} ms, p99 ${live.p99} ms, longest ${live.longest} ms, ${live.missed} of ${live.streams * live.changes} missed`,
      );
    return { figures, live };
  } finally {
    await platform.database.close();
  }
};

const house = await startHouse(filledHome(scale));
try {
  // What else the machine was doing: figures of a busy machine say little.
  const machine = { cores: cpus().length, model: cpus()[0]?.model, loadBefore: loadavg()[0] };
  console.log(
    `Scale ${scale}, ${connections} connections, ${seconds} s each, ${machine.cores} cores, load before ${machine.loadBefore?.toFixed(1)}\n`,
  );
  const result = await measureAll(house);
  const folder = resolve(import.meta.dirname, "../.cache/bench");
  mkdirSync(folder, { recursive: true });
  const facts = { scale, connections, seconds, machine, at: new Date().toISOString() };
  writeFileSync(join(folder, `scale-${scale}.json`), `${JSON.stringify({ ...facts, ...result }, null, 2)}\n`);
} finally {
  await house.stop();
}
process.exit();
