import { SetupProblem } from "./setupProblem.ts";

type Known = Error & { code?: string; path?: string; address?: string; port?: number };

/**
 * The one line for a problem a person can solve, which may lie behind another one, such as a migration that failed; undefined for the
 * unforeseen, which deserves its stack.
 */
export function sentenceFor(problem: unknown): string | undefined {
  const cause = problem instanceof Error ? problem.cause : undefined;
  return sentenceForOne(problem) ?? (cause === undefined ? undefined : sentenceFor(cause));
}

function sentenceForOne(problem: unknown): string | undefined {
  if (problem instanceof SetupProblem) return problem.message;
  const { code = "", path, port, message = "" } = problem as Known;
  if (code === "ENOSPC" || code === "EDQUOT" || code === "53100") return `The disk is full: ${message}`;
  if (code === "42501") return `The database does not let its user make what the platform needs: ${message}`;
  if (code === "25006") return `The database cannot be written to, such as a standby: ${message}`;
  if (code === "LEFT_HALF_MADE") return message;
  if (code === "EADDRINUSE") return `Port ${port} is taken: end what listens there, or name another PORT.`;
  if (code === "EACCES" && port) return `Port ${port} needs more rights: name a PORT above 1023.`;
  if (["EACCES", "EPERM", "EROFS"].includes(code)) {
    return `May not write to ${path}: use the account that owns it, or name another CHARGECARS_HOME.`;
  }
  if (code === "ENOTDIR" || code === "EEXIST") return `${path} is a file where a folder is needed.`;
  return undefined;
}

/** Tells what went wrong and ends the program. */
export function giveUp(problem: unknown): never {
  console.error(sentenceFor(problem) ?? problem);
  process.exit(1);
}
