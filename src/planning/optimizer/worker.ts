import { parentPort, workerData } from "node:worker_threads";
import { Searcher, type SearcherStart } from "./searcher.ts";
import type { Asked } from "./thread.ts";

const port = parentPort!;
const searcher = new Searcher(workerData as SearcherStart);
port.on("message", (asked: Asked) =>
  port.postMessage("cycle" in asked ? searcher.cycle(asked.cycle) : searcher.join(asked.join)),
);
