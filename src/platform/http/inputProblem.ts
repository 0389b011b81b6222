import type { z } from "zod";
import { type FieldProblem, invalidInput } from "../contract/index.ts";

const reasonOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined")) return "required";
  if (issue.code === "too_small")
    return issue.origin === "string" && issue.minimum === 1 ? "required" : "too-small";
  if (issue.code === "too_big") return issue.origin === "string" ? "too-long" : "too-big";
  if (issue.code === "invalid_type") return "wrong-type";
  if (issue.code === "invalid_value") return "unknown-value";
  if (issue.code === "invalid_format") return `not-${issue.format === "regex" ? "valid" : issue.format}`;
  return issue.code === "unrecognized_keys" ? "unknown-field" : "not-valid";
};

const pointer = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** What zod found, with a pointer, a reason and a sentence for each field. */
export const fieldProblems = (issues: readonly z.core.$ZodIssue[]): FieldProblem[] =>
  issues.map((issue) => ({
    pointer: pointer(issue.path),
    problem: reasonOf(issue),
    message: issue.message,
  }));

/** The same as one problem. */
export const inputProblem = (issues: readonly z.core.$ZodIssue[]) =>
  invalidInput({ errors: fieldProblems(issues) });
