import { type Endpoint, type InputOf, type OutputOf, Problem } from "#platform/contract";
import { plainText } from "../words/plainText.ts";
import { bearer } from "./bearer.ts";
import { newId } from "./newId.ts";
import { sendWithProgress } from "./sendWithProgress.ts";
import { withPatience } from "./withPatience.ts";

/** Any endpoint, whatever its shapes. */
export type AnyEndpoint = Pick<Endpoint, "name" | "method" | "path" | "doors" | "summary" | "status"> & {
  params: Endpoint["params"];
  query: Endpoint["query"];
  body: Endpoint["body"];
  response: Endpoint["response"];
};

type Values = Record<string, unknown>;
const root = "/api/v1";

const asText = (value: unknown) => (Array.isArray(value) ? value.join(",") : String(value));
const isGiven = (value: unknown) =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

const pick = (shape: AnyEndpoint["body"], input: Values) =>
  Object.fromEntries(Object.keys(shape.shape).flatMap((key) => (key in input ? [[key, input[key]]] : [])));

/** The address of a call: path parameters filled in, then the query; empty values are left out. */
export const urlOf = (endpoint: AnyEndpoint, input: Values): string => {
  const path = endpoint.path.replace(/:(\w+)/g, (_all, name: string) => {
    if (!isGiven(input[name])) throw new Error(`${endpoint.name}: ${name} is missing from its path`);
    return encodeURIComponent(asText(input[name]));
  });
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(pick(endpoint.query, input)))
    if (isGiven(value)) query.set(key, asText(value));
  const address = path.startsWith("/api/") ? path : `${root}${path}`;
  return query.size > 0 ? `${address}?${query}` : address;
};

/** A problem from an answer that is not good, also when it is not `application/problem+json`. */
export const problemOf = async (response: Response): Promise<Problem> => {
  const given: unknown = await response.json().catch(() => undefined);
  if (given === null || typeof given !== "object" || !("type" in given))
    return new Problem("web/unexpected", response.status, response.statusText || `HTTP ${response.status}`);
  const { type, title, status, ...facts } = given as Values;
  const name = String(type).replace(/^.*\/problems\//, "");
  return new Problem(name, Number(status) || response.status, plainText(title) || name, facts);
};

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Repeating a write with the same key does it once; made by `useAction`, kept across retries. */
  idempotencyKey?: string | undefined;
}

export interface UploadOptions extends CallOptions {
  /** Hears how much of the file is on its way, from 0 to 1. */
  onProgress?: (part: number) => void;
}

const headersOf = (endpoint: AnyEndpoint, options: CallOptions): Record<string, string> => ({
  accept: "application/json",
  ...(bearer() ? { authorization: `Bearer ${bearer()}` } : {}),
  ...(endpoint.method === "GET" ? {} : { "idempotency-key": options.idempotencyKey ?? newId() }),
});

const send = async (url: string, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, { credentials: "same-origin", ...request });
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new Problem("web/no-connection", 0, "No connection to the server");
  }
};

const answerOf = async (response: Response) => {
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined;
  return response.json();
};

/** Makes a call; answers with what the contract promises or throws a `Problem`. */
export const call = async <E extends AnyEndpoint>(
  endpoint: E,
  input: InputOf<E>,
  options: CallOptions = {},
): Promise<OutputOf<E>> => {
  const body = pick(endpoint.body, input as Values);
  const hasBody = endpoint.method !== "GET" && Object.keys(endpoint.body.shape).length > 0;
  const headers = headersOf(endpoint, options);
  const ask = async (signal: AbortSignal | undefined) => {
    const response = await send(urlOf(endpoint, input as Values), {
      method: endpoint.method,
      signal: signal ?? null,
      headers: hasBody ? { ...headers, "content-type": "application/json" } : headers,
      body: hasBody ? JSON.stringify(body) : null,
    });
    return (await answerOf(response)) as OutputOf<E>;
  };
  return endpoint.method === "GET" ? withPatience(options.signal, ask) : ask(options.signal);
};

/** Sends a file with the body's fields beside it, as `multipart/form-data`; the file goes last, under `file`. */
export const upload = async <E extends AnyEndpoint>(
  endpoint: E,
  input: InputOf<E>,
  file: File,
  { onProgress, ...options }: UploadOptions = {},
): Promise<OutputOf<E>> => {
  const body = new FormData();
  for (const [key, value] of Object.entries(pick(endpoint.body, input as Values)))
    if (isGiven(value)) body.set(key, asText(value));
  body.set("file", file);
  const url = urlOf(endpoint, input as Values);
  const headers = headersOf(endpoint, options);
  const { method } = endpoint;
  const response = onProgress
    ? await sendWithProgress(url, { headers, body, onProgress, signal: options.signal })
    : await send(url, { method, signal: options.signal ?? null, headers, body });
  return answerOf(response) as Promise<OutputOf<E>>;
};
