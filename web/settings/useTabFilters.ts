import { type Filters, useFilters } from "../ui/useFilters.ts";

/** The filters of one part of the settings: which part is shown is no filter, and stays when filters are cleared. */
export const useTabFilters = (): Filters => {
  const filters = useFilters();
  const { tab: _, ...values } = filters.values;
  return {
    ...filters,
    values,
    clear: () => filters.set(Object.fromEntries(Object.keys(values).map((name) => [name, undefined]))),
  };
};
