import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { InputOf, OutputOf } from "#platform/contract";
import { Problem } from "#platform/contract";
import { tellProblem } from "../ui/tell.ts";
import { type AnyEndpoint, call } from "./call.ts";
import { newId } from "./newId.ts";

export interface ActionOptions<E extends AnyEndpoint> {
  /** After it worked. */
  onDone?: (output: OutputOf<E>, input: InputOf<E>) => void;
  /** When it did not; without this the problem is told in a corner of the screen. */
  onProblem?: (problem: Problem, input: InputOf<E>) => void;
  /** Answers to ask again afterwards; without this those of the same capability. */
  invalidates?: readonly AnyEndpoint[];
  /** Shows the outcome before the server answers; returns how to take it back. */
  optimistic?: (client: QueryClient, input: InputOf<E>) => () => void;
}

interface Run<E extends AnyEndpoint> {
  input: InputOf<E>;
  idempotencyKey: string;
}

const asProblem = (error: unknown) =>
  error instanceof Problem ? error : new Problem("web/unexpected", 0, String(error));

/** Asks again whatever one of these endpoints answered. */
const invalidate = (client: QueryClient, own: AnyEndpoint, others: readonly AnyEndpoint[] | undefined) => {
  const names = others?.map((endpoint) => endpoint.name);
  const capability = `${own.name.split(".")[0]}.`;
  return client.invalidateQueries({
    predicate: ({ queryKey: [name] }) => names?.includes(String(name)) ?? String(name).startsWith(capability),
  });
};

/**
 * Does something: `const sign = useAction(sales.signQuote, { onDone })`, then `sign.run({ quoteId, … })`.
 * Lost connections are retried with the same key, so that it happens once.
 */
export const useAction = <E extends AnyEndpoint>(endpoint: E, options: ActionOptions<E> = {}) => {
  const client = useQueryClient();
  const underWay = useRef(new Set<string>());
  const mutation = useMutation<OutputOf<E>, unknown, Run<E>, (() => void) | undefined>({
    mutationKey: [endpoint.name],
    mutationFn: ({ input, idempotencyKey }) => call(endpoint, input, { idempotencyKey }),
    onMutate: ({ input }) => options.optimistic?.(client, input),
    onSuccess: (output, { input }) => options.onDone?.(output, input),
    onError: (error, { input }, takeBack) => {
      takeBack?.();
      if (options.onProblem) options.onProblem(asProblem(error), input);
      else tellProblem(error);
    },
    onSettled: (_output, _error, { input }) => {
      underWay.current.delete(JSON.stringify(input));
      return invalidate(client, endpoint, options.invalidates);
    },
  });
  /** The second click of two is the first one again, not another wish: it comes before the button could show that it is busy. */
  const isAgain = (input: InputOf<E>) => {
    const same = JSON.stringify(input);
    if (underWay.current.has(same)) return true;
    underWay.current.add(same);
    return false;
  };
  return {
    run: (input: InputOf<E>) => {
      if (!isAgain(input)) mutation.mutate({ input, idempotencyKey: newId() });
    },
    /** The same as a promise; a problem is told as well as thrown. */
    runAsync: (input: InputOf<E>) => mutation.mutateAsync({ input, idempotencyKey: newId() }),
    isRunning: mutation.isPending,
    problem: mutation.error === null ? undefined : asProblem(mutation.error),
    output: mutation.data,
    reset: mutation.reset,
  };
};

/** An `optimistic` that changes one kept answer: `changing(orders.byId, { orderId }, (order) => ({ … }))`. */
export const changing =
  <E extends AnyEndpoint>(endpoint: E, input: InputOf<E>, change: (was: OutputOf<E>) => OutputOf<E>) =>
  (client: QueryClient) => {
    const key = [endpoint.name, input];
    const was = client.getQueryData<OutputOf<E>>(key);
    if (was !== undefined) client.setQueryData(key, change(was));
    return () => void client.setQueryData(key, was);
  };
