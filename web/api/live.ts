import type { QueryClient } from "@tanstack/react-query";
import { bearer } from "./bearer.ts";
import { markChanged } from "./changed.ts";
import { hasFailed } from "./queries.ts";
import { readEvents } from "./readEvents.ts";

/** What the live stream says: something happened to these things. */
export interface LiveMessage {
  id: string | number;
  /** Capability and event, such as `orders.orderPlanned`. */
  name: string;
  orderId?: string | null;
  recordId?: string | null;
}

type Heard = LiveMessage | "everything" | "connected again";

const idsOf = (message: LiveMessage) =>
  [message.orderId, message.recordId].filter((id) => typeof id === "string");

/** Whether a kept answer may have changed: its key names the thing, or it follows the event's capability. */
export const touches = (
  message: LiveMessage,
  key: readonly unknown[],
  follows: readonly string[],
): boolean => {
  const capability = message.name.split("/")[0] ?? "";
  if (follows.includes("*") || follows.includes(capability)) return true;
  const input = JSON.stringify(key.slice(1));
  return idsOf(message).some((id) => input.includes(id));
};

const followsOf = (meta: unknown): readonly string[] =>
  (meta as { live?: readonly string[] } | undefined)?.live ?? [];

/** Collects what was heard for a moment, so that a burst of changes asks every answer again only once. */
const collector = (client: QueryClient) => {
  let waiting: LiveMessage[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    const heard = waiting;
    waiting = [];
    timer = undefined;
    void client.invalidateQueries({
      predicate: ({ queryKey, meta }) => heard.some((message) => touches(message, queryKey, followsOf(meta))),
    });
  };
  return (heard: Heard) => {
    if (heard === "everything") return void client.invalidateQueries();
    // What happened meanwhile is told after this; what was asked in vain is asked once more.
    if (heard === "connected again") return void client.refetchQueries({ predicate: hasFailed });
    waiting.push(heard);
    markChanged(idsOf(heard));
    timer ??= setTimeout(settle, 120);
  };
};

const wait = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });

/** Reads the stream until told to stop; comes back after a lost connection and asks for what it missed. */
const listen = async (last: { id?: string }, tell: (heard: Heard) => void, signal: AbortSignal) => {
  let attempt = 0;
  while (!signal.aborted) {
    try {
      const headers: Record<string, string> = { accept: "text/event-stream" };
      if (last.id) headers["last-event-id"] = last.id;
      if (bearer()) headers.authorization = `Bearer ${bearer()}`;
      const response = await fetch("/api/v1/live", { headers, signal, credentials: "same-origin" });
      if (response.status === 401 || response.status === 403) return;
      if (!response.ok || !response.body) throw new Error(`live: ${response.status}`);
      if (attempt > 0) tell(last.id ? "connected again" : "everything");
      attempt = 0;
      for await (const event of readEvents(response.body)) {
        if (event.id) last.id = event.id;
        if (event.name === "reload") tell("everything");
        else if (event.data) tell(JSON.parse(event.data) as LiveMessage);
      }
    } catch {
      if (signal.aborted) return;
    }
    attempt += 1;
    await wait(Math.min(1_000 * 2 ** Math.min(attempt, 5), 30_000) * (0.7 + Math.random() * 0.6), signal);
  }
};

/**
 * Follows what others do. One tab of the browser holds the stream and passes on what it hears; when it closes,
 * another takes over. Returns how to stop.
 */
export const startLive = (client: QueryClient, scope: string): (() => void) => {
  const stopped = new AbortController();
  const name = `live:${scope}`;
  const channel = new BroadcastChannel(name);
  const hear = collector(client);
  const last: { id?: string } = {};
  channel.onmessage = ({ data }: MessageEvent<Heard>) => {
    if (typeof data !== "string") last.id = String(data.id);
    hear(data);
  };
  const tell = (heard: Heard) => {
    channel.postMessage(heard);
    hear(heard);
  };
  const lead = () => listen(last, tell, stopped.signal);
  const { locks } = navigator;
  if (locks) locks.request(name, { signal: stopped.signal }, lead).catch(() => {});
  else void lead();
  return () => {
    stopped.abort();
    channel.close();
  };
};
