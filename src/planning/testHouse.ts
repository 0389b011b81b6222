import { afterAll, beforeEach } from "vitest";
import { planningHouse } from "./testing.ts";

/**
 * The house of a file of tests: open from its first line, each test begins with an empty calendar, and closed after the last one. `empty`
 * takes away what else its tests leave behind.
 */
export const testHouse = async (
  empty?: (made: Awaited<ReturnType<typeof planningHouse>>) => Promise<unknown>,
): ReturnType<typeof planningHouse> => {
  const made = await planningHouse();
  beforeEach(async () => {
    await made.clear();
    await empty?.(made);
  });
  afterAll(() => made.house.close());
  return made;
};
