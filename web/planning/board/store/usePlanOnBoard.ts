import { useQueryClient, useQuery as useTanstackQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { type PlanBoard, planning } from "#planning/contract";
import { call } from "../../../api/call.ts";
import { keyOf } from "../../../api/queries.ts";
import { type BoardStore, makeBoardStore } from "./boardStore.ts";

/** After a change of its own the board knows already what the live stream will tell it about. */
const echoLasts = 1_500;
const lookAgainAfter = 4_000;
const justChanged = (store: BoardStore | undefined) =>
  store !== undefined && Date.now() - store.lastOwnChange() < echoLasts;

/** A plan for the board, followed live. What this screen did itself is not fetched again at once, only later to be sure. */
export const usePlanOnBoard = (planId: string) => {
  const client = useQueryClient();
  const [store, setStore] = useState<BoardStore>();
  const held = useRef<BoardStore>(undefined);
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  const key = keyOf(planning.plan, { planId });
  const lookLater = () => {
    clearTimeout(later.current);
    later.current = setTimeout(() => void query.refetch(), lookAgainAfter);
  };
  const query = useTanstackQuery<PlanBoard>({
    queryKey: key,
    queryFn: ({ signal }) => {
      const known = client.getQueryData<PlanBoard>(key);
      if (known && justChanged(held.current)) {
        lookLater();
        return known;
      }
      return call(planning.plan, { planId }, { signal });
    },
    meta: { live: ["planning"] },
    structuralSharing: false,
    gcTime: 0,
  });
  const { data } = query;
  useEffect(() => {
    if (!data) return;
    if (held.current) held.current.replace(data);
    else {
      held.current = makeBoardStore(data);
      setStore(held.current);
    }
  }, [data]);
  useEffect(() => () => clearTimeout(later.current), []);
  /** The plan as it is now at the server, whatever this screen did just now. */
  const refetch = useCallback(
    async () => held.current?.replace(await call(planning.plan, { planId })),
    [planId],
  );
  return { store, error: query.error, retry: () => void query.refetch(), refetch };
};
