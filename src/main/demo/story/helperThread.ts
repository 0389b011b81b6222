import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { forgetRoads } from "#planning";
import { openPlatform } from "../../openPlatform.ts";
import type { Plans, Step } from "./agenda.ts";
import type { FromHelper, HelperStart, ToHelper } from "./helper.ts";
import { Living } from "./stage.ts";
import { planOrders, type Telling } from "./telling.ts";

// The other side of `Helper`: runs in a thread of its own.

const port = parentPort as MessagePort;
const { databaseUrl, settings } = workerData as HelperStart;
const say = (message: FromHelper) => port.postMessage(message);

const platform = await openPlatform(databaseUrl, settings, { connections: 10, isUpToDate: true });
const steps = new Map<number, Step>();
let planned = 0;

/** Steps stay here, for they cannot be sent; the agenda of all has their number. */
const plans: Plans = {
  plan(step) {
    const { at, about, competes, begins } = step;
    planned += 1;
    steps.set(planned, step);
    say({ plan: planned, step: { at, about, competes, begins } });
  },
};

const tell = async (telling: Telling) => {
  const living = new Living(platform, { ...telling, plans });
  await living.begin((stage) => planOrders(platform, stage, telling));
  say({ told: true });
};

const go = async (id: number) => {
  const step = steps.get(id)!;
  steps.delete(id);
  try {
    await step.run(() => say({ released: id }));
    say({ done: id });
  } catch (error) {
    say({ failed: id, why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
};

const hear = async (message: ToHelper) => {
  if ("tell" in message) await tell(message.tell);
  else if ("go" in message) await go(message.go);
  else if ("learned" in message) forgetRoads();
  else {
    await platform.database.close();
    port.close();
  }
};

port.on("message", (message: ToHelper) => void hear(message));
