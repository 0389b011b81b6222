/** How many statements are prepared at most; each costs memory in every connection. */
const mostPrepared = 400;
/** A statement is worth preparing once it came so often; lists of varying length often come once. */
const worthPreparing = 4;
const mostCounted = 5000;

/**
 * Lists, searches and whatever stops after some rows are planned for their values each time: a plan for any value
 * takes the wrong index (name search ran half as fast with one).
 */
const dependsOnValues = /\blimit\b|\blike\b|<->|%>|\bset_config\b/i;

/** A statement that begins like this has one good plan whatever its values, also when it stops after some rows. */
export const onePlan = "/* one plan */";
const isPlannedEachTime = (text: string) => !text.startsWith(onePlan) && dependsOnValues.test(text);

const seen = new Map<string, number>();
const names = new Map<string, string>();
let generation = 0;

/** The name under which a statement is prepared; none for what came seldom, or is planned anew each time. */
export const preparedName = (text: string): string | undefined => {
  const name = names.get(text);
  if (name || names.size >= mostPrepared) return name;
  const times = (seen.get(text) ?? 0) + 1;
  if (times < worthPreparing || isPlannedEachTime(text)) {
    if (seen.size < mostCounted || seen.has(text)) seen.set(text, times);
    return undefined;
  }
  seen.delete(text);
  const given = `cc${generation}_${names.size}`;
  names.set(text, given);
  return given;
};

/** A table was changed under a prepared statement, by a newer version of the house. */
export const isStalePlan = (error: unknown): boolean => {
  const { code, routine } = error as { code?: string; routine?: string };
  return code === "0A000" && routine === "RevalidateCachedQuery";
};

/** All statements are prepared anew after a table was changed under one. */
export const forgetWhenStale = (error: unknown): void => {
  if (!isStalePlan(error)) return;
  generation += 1;
  names.clear();
};

/** Does something that left nothing behind when a plan was stale, and then once more. */
export const withFreshPlans = async <T>(does: () => Promise<T>): Promise<T> => {
  try {
    return await does();
  } catch (error) {
    if (isStalePlan(error)) return does();
    throw error;
  }
};
