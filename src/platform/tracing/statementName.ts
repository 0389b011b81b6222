import { createHash } from "node:crypto";
import type { Traced } from "./traced.ts";

const mostKept = 2000;
const kept = new Map<string, Traced>();

const firstTable = /\b(?:from|into|update)\s+(?:only\s+)?"?(\w+)/i;

const named = (text: string): Traced => {
  const plain = text.replace(/\/\*.*?\*\//g, " ").trim();
  const does = /^\w+/.exec(plain)?.[0].toLowerCase() ?? "statement";
  const table = firstTable.exec(plain)?.[1];
  return {
    name: table ? `${does} ${table}` : does,
    as: "piece",
    facts: {
      "db.system.name": "postgresql",
      "db.operation.name": does,
      ...(table && { "db.collection.name": table }),
      "chargecars.statement": createHash("sha256").update(text).digest("hex").slice(0, 12),
    },
  };
};

/** How a statement stands in a trace: what it does, its first table and a fingerprint of its text; its values nowhere. */
export const statementName = (text: string): Traced => {
  const known = kept.get(text);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const made = named(text);
  kept.set(text, made);
  return made;
};
