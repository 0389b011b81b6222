import { solveFile } from "../src/planning/optimizer/solveFile.ts";

process.exitCode = await solveFile(process.argv.slice(2));
