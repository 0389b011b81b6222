import { parentPort, workerData } from "node:worker_threads";
import { type CycleAsked, Searcher, type SearcherStart } from "./searcher.ts";

const port = parentPort!;
const searcher = new Searcher(workerData as SearcherStart);
port.on("message", (cycle: CycleAsked) => port.postMessage(searcher.answer(cycle)));
