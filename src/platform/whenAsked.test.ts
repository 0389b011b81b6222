import { expect, test } from "vitest";
import { whenAsked } from "./whenAsked.ts";

test("what is made when it is asked for is made once, and again after it failed", async () => {
  let times = 0;
  const thing = whenAsked(async () => {
    times += 1;
    if (times === 1) throw new Error("not now");
    return { times };
  });
  await expect(Promise.allSettled([thing(), thing()])).resolves.toMatchObject([
    { status: "rejected" },
    { status: "rejected" },
  ]);
  expect(times).toBe(1);
  const [made, again] = await Promise.all([thing(), thing()]);
  expect(made).toEqual({ times: 2 });
  expect(again).toBe(made);
});
