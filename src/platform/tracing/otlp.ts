import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as pause } from "node:timers/promises";
import {
  type Context,
  defaultTextMapGetter,
  defaultTextMapSetter,
  type Link,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { Problem } from "../contract/index.ts";
import { type Sampling, samplerOf } from "./sampler.ts";
import type { RequestTracer, Traced, Tracer } from "./traced.ts";

const closingMilliseconds = 1000;

const kinds = {
  request: SpanKind.SERVER,
  work: SpanKind.INTERNAL,
  call: SpanKind.CLIENT,
  piece: SpanKind.CLIENT,
} satisfies Record<Traced["as"], SpanKind>;

/** What kind of error it was; its message may tell of people. */
const errorType = (error: unknown): string => {
  if (error instanceof Problem) return error.type;
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  return typeof code === "string" ? code : error.name;
};

const failed = (span: Span, type: string) => {
  span.setAttribute("error.type", type);
  span.setStatus({ code: SpanStatusCode.ERROR });
};

const propagator = new W3CTraceContextPropagator();

/** The span that asked for something, where its trace is kept; else the link would lead nowhere. */
const askedIn = (traceparent: string | null | undefined): Link[] => {
  if (!traceparent) return [];
  const context = trace.getSpanContext(
    propagator.extract(ROOT_CONTEXT, { traceparent }, defaultTextMapGetter),
  );
  return context && (context.traceFlags & TraceFlags.SAMPLED) !== 0 ? [{ context }] : [];
};

/** A span for who goes on later, as W3C writes it. */
const traceparentOf = (context: Context): string | undefined => {
  const carrier: Record<string, string> = {};
  propagator.inject(context, carrier, defaultTextMapSetter);
  return carrier.traceparent;
};

type Start = (what: Traced, parent: Context) => Span;

const requestTracer = (now: AsyncLocalStorage<Context>, start: Start): RequestTracer => {
  const contexts = new WeakMap<object, Context>();
  const spanOf = (request: object) => trace.getSpan(contexts.get(request) ?? ROOT_CONTEXT);
  return {
    begin(request, headers, facts) {
      const parent = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
      const name = `${facts?.["http.request.method"]} ${facts?.["http.route"]}`;
      const span = start({ name, as: "request", ...(facts && { facts }) }, parent);
      contexts.set(request, trace.setSpan(parent, span));
    },
    goOn(request, goesOn) {
      const context = contexts.get(request);
      // Of a stream nothing was begun: its statements are nobody's, not traces of their own.
      if (context) now.run(context, goesOn);
      else goesOn();
    },
    end(request, status) {
      const span = spanOf(request);
      span?.setAttribute("http.response.status_code", status);
      if (span && status >= 500) failed(span, String(status));
      span?.end();
    },
  };
};

/** Sends what is left, but holds nobody up for a receiver that does not answer. */
const sendTheRest = async (provider: TracerProvider) => {
  const enough = new AbortController();
  const waited = pause(closingMilliseconds, undefined, { signal: enough.signal }).catch(() => undefined);
  await Promise.race([provider.shutdown(), waited]).finally(() => enough.abort());
};

/**
 * Tells an OTLP receiver over HTTP (JSON) what goes on; `close` sends what is left, within a second. Nothing else in the process hears of it: libraries
 * that look for a tracer of their own find none.
 */
export const openTracing = (
  url: string,
  service: string,
  sampling: Sampling,
): { tracer: Tracer; close: () => Promise<void> } => {
  const exporter = new OTLPTraceExporter({ url });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": service }),
    sampler: samplerOf(sampling),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: 2000 })],
  });
  const spans = provider.getTracer("chargecars");
  const now = new AsyncLocalStorage<Context>();
  const start: Start = ({ name, as, facts = {}, askedIn: asked }, parent) =>
    spans.startSpan(name, { kind: kinds[as], attributes: { ...facts }, links: askedIn(asked) }, parent);
  const within = async <T>(what: Traced, does: () => Promise<T>): Promise<T> => {
    const parent = now.getStore();
    if (!parent && what.as === "piece") return does();
    const span = start(what, parent ?? ROOT_CONTEXT);
    try {
      return await now.run(trace.setSpan(parent ?? ROOT_CONTEXT, span), does);
    } catch (error) {
      failed(span, errorType(error));
      throw error;
    } finally {
      span.end();
    }
  };
  const traceId = () => trace.getSpanContext(now.getStore() ?? ROOT_CONTEXT)?.traceId;
  const traceparent = () => traceparentOf(now.getStore() ?? ROOT_CONTEXT);
  return {
    tracer: { within, traceId, traceparent, request: requestTracer(now, start) },
    close: () => sendTheRest(provider),
  };
};
