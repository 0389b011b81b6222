import { connect, type Socket } from "node:net";

export interface Call {
  method: "GET" | "POST" | "PATCH";
  path: string;
  headers: Record<string, string>;
  body?: unknown;
}

export interface Reply {
  status: number;
  headers: string;
  body: string;
}

/** One kept-alive connection to this machine that asks one thing at a time; as cheap as can be, so that it measures the server. */
export class Connection {
  readonly #socket: Socket;
  readonly #host: string;
  #heard: Buffer = Buffer.alloc(0);
  #waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | undefined;

  private constructor(socket: Socket, port: number) {
    this.#socket = socket;
    this.#host = `127.0.0.1:${port}`;
    socket.on("data", (bytes) => this.#take(bytes));
    const lost = () => this.#waiting?.reject(new Error("The server closed the connection"));
    socket.on("error", lost);
    socket.on("close", lost);
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      socket.once("error", reject);
      socket.once("connect", () => resolve(new Connection(socket, port)));
    });
  }

  ask({ method, path, headers, body }: Call): Promise<Reply> {
    const text = body === undefined ? "" : JSON.stringify(body);
    const all = { host: this.#host, ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    if (text) lines.push(`content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${text}`);
    });
  }

  close() {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #take(bytes: Buffer) {
    this.#heard = this.#heard.length > 0 ? Buffer.concat([this.#heard, bytes]) : bytes;
    const end = this.#heard.indexOf("\r\n\r\n");
    if (end < 0) return;
    const headers = this.#heard.toString("latin1", 0, end);
    const length = Number(/^content-length: (\d+)/im.exec(headers)?.[1]);
    if (Number.isNaN(length)) throw new Error(`An answer without a length:\n${headers}`);
    if (this.#heard.length < end + 4 + length) return;
    const body = this.#heard.toString("utf8", end + 4, end + 4 + length);
    this.#heard = this.#heard.subarray(end + 4 + length);
    this.#waiting?.resolve({ status: Number(headers.slice(9, 12)), headers, body });
  }
}
