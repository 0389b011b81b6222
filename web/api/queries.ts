import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useQuery as useTanstackQuery,
} from "@tanstack/react-query";
import type { InputOf, OutputOf } from "#platform/contract";
import { Problem } from "#platform/contract";
import { type AnyEndpoint, call } from "./call.ts";

export interface QueryOptions {
  /** Ask only when this is true; for questions whose input is not known yet. */
  when?: boolean;
  /** Capabilities whose events also change this answer; its own capability always does. `*` is everything. */
  live?: readonly string[];
  /** Keep showing the former answer while a new input is being asked. */
  keep?: boolean;
  /** Milliseconds during which the answer is not asked again. */
  fresh?: number;
}

/** The key under which an answer is kept: name of the endpoint first, then its input. */
export const keyOf = (endpoint: AnyEndpoint, input: unknown = {}) => [endpoint.name, input] as const;

const capabilityOf = (endpoint: AnyEndpoint) => endpoint.name.split(".")[0] ?? endpoint.name;
const metaOf = (endpoint: AnyEndpoint, options: QueryOptions) => ({
  live: [capabilityOf(endpoint), ...(options.live ?? [])],
});

const mayHelpToRepeat = (error: unknown) =>
  !(error instanceof Problem) ||
  (error.status === 0 && error.type !== "web/no-answer") ||
  error.status === 429 ||
  error.status >= 502;

/** Whether the last time something was asked went wrong. */
export const hasFailed = ({ state }: { state: { status: string } }): boolean => state.status === "error";

/** The store of answers of one app; a problem that repeating cannot solve is shown at once. */
export const makeQueryClient = (onSignedOut: (client: QueryClient) => void): QueryClient => {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => count < 2 && mayHelpToRepeat(error),
        refetchOnWindowFocus: true,
        // Without a connection a question is answered by saying so, not by waiting in silence; once it is back it is asked again.
        networkMode: "always",
        refetchOnReconnect: true,
      },
      mutations: {
        retry: (count, error) => count < 3 && mayHelpToRepeat(error),
        retryDelay: (count) => Math.min(500 * 2 ** count, 8_000),
      },
    },
  });
  const watch = (error: unknown) => {
    if (error instanceof Problem && error.status === 401) onSignedOut(client);
  };
  client.getQueryCache().config.onError = watch;
  client.getMutationCache().config.onError = watch;
  return client;
};

/** Asks one thing: `const order = useQuery(orders.byId, { orderId })`. */
export const useQuery = <E extends AnyEndpoint>(endpoint: E, input: InputOf<E>, options: QueryOptions = {}) =>
  useTanstackQuery<OutputOf<E>>({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    enabled: options.when ?? true,
    meta: metaOf(endpoint, options),
    ...(options.fresh === undefined ? {} : { staleTime: options.fresh }),
    ...(options.keep ? { placeholderData: keepPreviousData as never } : {}),
  });

interface Page<R> {
  rows: R[];
  next: string | null;
}

/** The row of a list. */
export type RowOf<E> = OutputOf<E> extends Page<infer R> ? R : never;
/** What a list may be filtered and sorted by. */
export type FiltersOf<E> = Partial<Omit<InputOf<E>, "cursor">>;

/**
 * A list that grows while one scrolls: `rows` so far, `more()` for the next page.
 * Its value goes straight into `<DataTable list={…}>`.
 */
export const useList = <E extends AnyEndpoint>(
  endpoint: E,
  filters: FiltersOf<E> = {},
  options: QueryOptions = {},
) => {
  const query = useInfiniteQuery({
    queryKey: keyOf(endpoint, filters),
    queryFn: ({ pageParam, signal }) =>
      call(endpoint, { ...filters, cursor: pageParam ?? undefined } as unknown as InputOf<E>, {
        signal,
      }) as Promise<Page<RowOf<E>>>,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: options.when ?? true,
    placeholderData: keepPreviousData,
    meta: metaOf(endpoint, options),
  });
  return {
    endpoint,
    filters,
    rows: query.data?.pages.flatMap((page) => page.rows),
    error: query.error,
    isLoading: query.isPending,
    /** The rows shown belong to the former filters while the new ones are being asked. */
    isStale: query.isPlaceholderData,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    more: () => void (query.hasNextPage && !query.isFetching && query.fetchNextPage()),
    retry: () => void query.refetch(),
  };
};

/** How many rows a list has: those that are loaded when that is all, else as the server counts them, just past a thousand at most. */
export const useTotal = <R>(list: List<R>): number | undefined => {
  const { data } = useTanstackQuery<{ total?: number }>({
    queryKey: keyOf(list.endpoint, { ...list.filters, total: true }),
    queryFn: ({ signal }) =>
      call(list.endpoint, { ...list.filters, limit: 1, total: true } as never, { signal }) as Promise<{
        total?: number;
      }>,
    enabled: list.hasMore && !list.isStale,
    meta: metaOf(list.endpoint, {}),
  });
  if (list.rows && !list.hasMore) return list.rows.length;
  return data?.total;
};

export type List<R> = Omit<ReturnType<typeof useList>, "rows"> & { rows: R[] | undefined };

/** Every row of a list, page after page; for exports. `onCount` hears how far it is. */
export const everyRow = async <R>(
  endpoint: AnyEndpoint,
  filters: object,
  onCount: (count: number) => void = () => {},
): Promise<R[]> => {
  const rows: R[] = [];
  let cursor: string | null | undefined;
  do {
    const input = { ...filters, limit: 200, cursor: cursor ?? undefined };
    const page = (await call(endpoint, input as never)) as Page<R>;
    rows.push(...page.rows);
    cursor = page.next;
    onCount(rows.length);
  } while (cursor);
  return rows;
};
