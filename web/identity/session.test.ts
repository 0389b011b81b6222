import { expect, test } from "vitest";
import { Problem } from "#platform/contract";
import { identity } from "#platform/identity/contract";
import { keyOf, makeQueryClient } from "../api/queries.ts";
import { onSignedOut } from "./session.tsx";

test("who is here is asked anew when that very question is told that the session has ended", async () => {
  const client = makeQueryClient(onSignedOut);
  const queryKey = keyOf(identity.me);
  client.setQueryData(queryKey, { name: "Noor" });
  const over = () => Promise.reject(new Problem("platform/not-signed-in", 401, "Sign in"));
  await client.fetchQuery({ queryKey, queryFn: over, staleTime: 0 }).catch(() => undefined);
  expect(client.getQueryData(queryKey)).toBeUndefined();
});
