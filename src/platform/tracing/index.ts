import type { Sampling } from "./sampler.ts";
import { traceBy } from "./traced.ts";

export interface TracingOptions extends Sampling {
  /** What the platform is called where traces are kept. */
  service?: string | undefined;
}

/** Begins to tell where traces are kept what goes on here; gives how to end it. What that takes is loaded only now. */
export const startTracing = async (
  url: string,
  { service = "chargecars", ...sampling }: TracingOptions = {},
): Promise<() => Promise<void>> => {
  const { openTracing } = await import("./otlp.ts");
  const { tracer, close } = openTracing(url, service, sampling);
  traceBy(tracer);
  return async () => {
    traceBy(undefined);
    await close();
  };
};
