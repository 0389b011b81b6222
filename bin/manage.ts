import { manage } from "../src/main/manage.ts";
import { onGoodbye } from "./goodbye.ts";
import { homeFolder } from "./home.ts";
import { manageTools } from "./manageTools.ts";
import { giveUp } from "./troubles.ts";

let stop = async () => {};
onGoodbye([() => stop()]);

try {
  const tools = manageTools(homeFolder());
  stop = tools.stopServer;
  process.exitCode = await manage(process.argv.slice(2), tools);
  await stop();
  process.exit();
} catch (problem) {
  await stop().catch(() => {});
  giveUp(problem);
}
