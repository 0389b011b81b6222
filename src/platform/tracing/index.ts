import { traceBy } from "./traced.ts";

/** Begins to tell where traces are kept what goes on here; gives how to end it. What that takes is loaded only now. */
export const startTracing = async (url: string, service = "chargecars"): Promise<() => Promise<void>> => {
  const { openTracing } = await import("./otlp.ts");
  const { tracer, close } = openTracing(url, service);
  traceBy(tracer);
  return async () => {
    traceBy(undefined);
    await close();
  };
};
