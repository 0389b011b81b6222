import { sealAudit, verifyAudit } from "#platform";
import type { Command } from "./command.ts";

/** Walks the audit log's hash chain. */
export const auditVerify: Command = {
  name: "audit verify",
  does: "checks that no audit line was changed or removed",
  options: {},
  describe: {},
  async run(tools) {
    const { db } = (await tools.platform()).database;
    while ((await sealAudit(db)) > 0);
    const verdict = await verifyAudit(db);
    if (verdict.brokenAtLine === null)
      return { text: `${verdict.sealed} lines, all as they were written.`, data: verdict };
    process.exitCode = 1;
    return { text: `The chain is broken at line ${verdict.brokenAtLine}.`, data: verdict };
  },
};
