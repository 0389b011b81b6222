import { createHash } from "node:crypto";

/** Ids that follow from the seed, in the shape of a UUIDv7. */
export const idMaker = (seed: number) => (kind: string, number: number) => {
  const hash = createHash("sha256").update(`week ${seed} ${kind} ${number}`).digest("hex");
  return `0193${hash.slice(0, 4)}-${hash.slice(4, 8)}-7${hash.slice(8, 11)}-8${hash.slice(11, 14)}-${hash.slice(14, 26)}`;
};
