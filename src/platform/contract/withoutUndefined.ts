/** What was given, without what was not. */
export const withoutUndefined = <Values extends object>(given: Values): Partial<Values> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Values>;
