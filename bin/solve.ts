import { solveFile } from "../src/planning/optimizer/solveFile.ts";

// As with the other commands, the short word asks for help too.
const words = process.argv.slice(2).map((word) => (word === "-h" ? "--help" : word));
process.exitCode = await solveFile(words);
