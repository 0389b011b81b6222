import { lookup } from "node:dns";
import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPrivateAddress, isPrivateHost } from "./addresses.ts";

/** Why an address is not called; the words stand at the field where somebody typed it. */
export type UrlRefusal = "not_a_url" | "not_https" | "private_address";

export class RefusedUrl extends Error {
  readonly reason: UrlRefusal;
  constructor(reason: UrlRefusal) {
    super(`This address is not called: ${reason.replaceAll("_", " ")}`);
    this.reason = reason;
  }
}

/** The answer is larger than was allowed. */
export class TooLarge extends Error {}

export interface OutboundRequest {
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  /** Redirects that are followed; each goes through the same checks. None unless told. */
  redirects?: number;
  mostBytes: number;
  patienceMilliseconds: number;
}

export interface OutboundAnswer {
  status: number;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

/** Calls addresses that others gave us, never into our own network. */
export interface Outbound {
  /** Why an address would be refused, as far as it shows without asking its name server; nothing when it may be called. */
  refusal(url: string): UrlRefusal | null;
  send(url: string, request: OutboundRequest): Promise<OutboundAnswer>;
}

const parsed = (url: string): URL | null => {
  try {
    return new URL(url);
  } catch {
    return null;
  }
};

/** Resolves a name and refuses it when any of its addresses is private: the address that is checked is the one that is called. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "", 0);
    if (addresses.some(({ address }) => isPrivateAddress(address)))
      return callback(new RefusedUrl("private_address"), "", 0);
    const [first] = addresses;
    if (options.all) callback(null, addresses as never);
    else callback(null, first?.address ?? "", first?.family ?? 0);
  });
};

const readBody = async (answer: IncomingMessage, mostBytes: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) {
      answer.destroy();
      throw new TooLarge(`The answer is larger than ${mostBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const callOnce = (
  url: URL,
  given: OutboundRequest,
  { isStrict, signal }: { isStrict: boolean; signal: AbortSignal },
) =>
  new Promise<OutboundAnswer>((resolve, reject) => {
    const { method = "GET", headers = {}, body, mostBytes } = given;
    const request = url.protocol === "https:" ? secureRequest : plainRequest;
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const lookupOf = isStrict && isIP(url.hostname) === 0 ? { lookup: publicLookup } : {};
    const sent = request(
      url,
      { method, signal, headers: { ...headers, ...length }, ...lookupOf },
      (answer) => {
        readBody(answer, mostBytes).then(
          (bytes) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: bytes }),
          reject,
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });

/**
 * The one way to call an address that a partner or a person gave: https only and public networks only, also after name
 * resolution and on every redirect, with a limit on size and time. `allowPrivate` is for demo and tests on one machine.
 */
export const outbound = ({ allowPrivate = false }: { allowPrivate?: boolean } = {}): Outbound => {
  const refusal = (url: string): UrlRefusal | null => {
    const target = parsed(url);
    if (!target || target.username || target.password) return "not_a_url";
    if (target.protocol !== "https:" && target.protocol !== "http:") return "not_https";
    if (allowPrivate) return null;
    if (target.protocol !== "https:") return "not_https";
    return isPrivateHost(target.hostname) ? "private_address" : null;
  };
  return {
    refusal,
    async send(url, given) {
      const signal = AbortSignal.timeout(given.patienceMilliseconds);
      let target = url;
      for (let hops = given.redirects ?? 0; ; hops -= 1) {
        const reason = refusal(target);
        if (reason) throw new RefusedUrl(reason);
        const answer = await callOnce(new URL(target), given, { isStrict: !allowPrivate, signal });
        const { location } = answer.headers;
        const isRedirect = answer.status >= 300 && answer.status < 400 && location !== undefined;
        if (!isRedirect || hops <= 0) return answer;
        target = new URL(location, target).toString();
      }
    },
  };
};
