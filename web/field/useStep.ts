import { useQueryClient } from "@tanstack/react-query";
import { field, type WorkOrderView } from "#field/contract";
import type { OutputOf } from "#platform/contract";
import type { AnyEndpoint } from "../api/call.ts";
import { keyOf } from "../api/queries.ts";
import { type ActionOptions, useAction } from "../api/useAction.ts";

/** A step of the job: its answer is the job as it is now, so the next screen stands there at once. */
export const useStep = <E extends AnyEndpoint>(
  endpoint: E,
  onDone?: (job: WorkOrderView) => void,
  options: Pick<ActionOptions<E>, "onProblem"> = {},
) => {
  const client = useQueryClient();
  return useAction(endpoint, {
    ...options,
    invalidates: [field.day],
    onDone: (output: OutputOf<E>) => {
      const job = output as WorkOrderView;
      client.setQueryData(keyOf(field.workOrder, { workOrderId: job.id }), job);
      onDone?.(job);
    },
  });
};
