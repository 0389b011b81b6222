import { changedMeanwhile } from "./contract/index.ts";

/**
 * Refuses a change that began from values that are no longer there, so that two people who edit the same field do not
 * overwrite each other unseen. Who does not say from what it began changes what there is.
 */
export const refuseIfChanged = <Row extends object>(was: Partial<Row> | undefined, row: Row): void => {
  const fields = (Object.keys(was ?? {}) as (keyof Row & string)[]).filter(
    (name) => was?.[name] !== row[name],
  );
  if (fields.length > 0) throw changedMeanwhile({ fields });
};
