import { connect, type Socket } from "node:net";
import { demoUsers } from "../src/main/demo/index.ts";
import type { Ground } from "./cases.ts";
import { signIn } from "./ground.ts";
import { Connection } from "./httpClient.ts";
import { quantile } from "./load.ts";

interface Heard {
  orderId: string;
  at: number;
}

/** A browser that is signed in and listens; tells what it hears and when. */
const listener = (port: number, cookie: string, hears: (heard: Heard) => void): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1" });
    let text = "";
    socket.once("error", reject);
    socket.on("connect", () =>
      socket.write(`GET /api/v1/live HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n\r\n`),
    );
    socket.on("data", (bytes) => {
      const at = performance.now();
      text += bytes.toString("utf8");
      const lines = text.split("\n");
      text = lines.pop() ?? "";
      for (const line of lines) {
        if (line.startsWith(": welcome")) resolve(socket);
        const name = /"name":"orders\/order-changed","orderId":"([^"]+)"/.exec(line);
        if (name) hears({ orderId: name[1]!, at });
      }
    });
  });

export interface LiveFigures {
  streams: number;
  changes: number;
  missed: number;
  p50: number;
  p99: number;
  longest: number;
}

/** How long it takes from a change in one browser, counted from the moment it is sent, until all others have heard of it. */
export const measureLive = async (
  port: number,
  ground: Ground,
  { streams, changes }: { streams: number; changes: number },
): Promise<LiveFigures> => {
  const office = demoUsers.filter(
    ({ role }) => role === "admin" || role === "internal" || role === "manager",
  );
  const cookies = await Promise.all(office.map(({ email }) => signIn(port, email)));
  const sent = new Map<string, number>();
  const times: number[] = [];
  const hears = ({ orderId, at }: Heard) => {
    const began = sent.get(orderId);
    if (began !== undefined) times.push(at - began);
  };
  const sockets: Socket[] = [];
  for (let n = 0; n < streams; n += 1)
    sockets.push(await listener(port, cookies[n % cookies.length]!, hears));
  const connection = await Connection.open(port);
  const pause = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds));
  for (const orderId of ground.orderIds.slice(0, changes)) {
    sent.set(orderId, performance.now());
    const { status, body } = await connection.ask({
      method: "PATCH",
      path: `/api/v1/orders/${orderId}`,
      headers: { cookie: ground.cookie },
      body: { notes: "Bel een half uur van tevoren." },
    });
    if (status !== 200) throw new Error(`A change gave ${status}: ${body}`);
    await pause(200);
  }
  await pause(2_000);
  connection.close();
  for (const socket of sockets) socket.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const rounded = (value: number) => Math.round(value * 10) / 10;
  return {
    streams,
    changes,
    missed: streams * changes - times.length,
    p50: rounded(quantile(sorted, 0.5)),
    p99: rounded(quantile(sorted, 0.99)),
    longest: rounded(sorted.at(-1) ?? Number.NaN),
  };
};
