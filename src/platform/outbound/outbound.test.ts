import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { isPrivateAddress } from "./addresses.ts";
import { outbound } from "./outbound.ts";

const servers: Server[] = [];
const serve = async (answer: RequestListener) => {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
const asked = { mostBytes: 1000, patienceMilliseconds: 2000 };

describe("an address others gave us", () => {
  test.each([
    ["https://partner.example/hook", null],
    ["http://partner.example/hook", "not_https"],
    ["ftp://partner.example/", "not_https"],
    ["https://user:secret@partner.example/", "not_a_url"],
    ["partner.example", "not_a_url"],
    ["https://localhost/", "private_address"],
    ["https://database/", "private_address"],
    ["https://printer.local/", "private_address"],
    ["https://10.1.2.3/", "private_address"],
    ["https://169.254.169.254/latest/meta-data", "private_address"],
    ["https://2130706433/", "private_address"],
    ["https://0x7f.1/", "private_address"],
    ["https://[::1]/", "private_address"],
    ["https://[::ffff:10.0.0.1]/", "private_address"],
    ["https://8.8.8.8/", null],
  ])("%s: %s", (url, reason) => {
    expect(outbound().refusal(url)).toBe(reason);
  });

  test.each([
    "127.0.0.1",
    "172.20.0.1",
    "100.64.0.1",
    "fd00::1",
    "fe80::1%eth0",
    "::ffff:7f00:1",
    "no address",
  ])("%s is in no public network", (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  test("is refused when its name leads into our network", async () => {
    // A name that every machine resolves to itself, and that does not look like it.
    const call = outbound().send("https://localhost./", asked);
    await expect(call).rejects.toMatchObject({ reason: "private_address" });
  });

  test("is called with the whole request, in demo and tests also on this machine", async () => {
    const url = await serve((request, response) => {
      response.writeHead(202, { "x-echo": String(request.headers["x-sent"]) });
      request.pipe(response);
    });
    const answer = await outbound({ allowPrivate: true }).send(url, {
      ...asked,
      method: "POST",
      headers: { "x-sent": "yes" },
      body: "Zoë",
    });
    expect(answer).toMatchObject({ status: 202, headers: { "x-echo": "yes" } });
    expect(answer.body.toString()).toBe("Zoë");
  });

  test("is left after too many bytes, and after too long", async () => {
    const large = await serve((_, response) => response.end("x".repeat(5000)));
    await expect(outbound({ allowPrivate: true }).send(large, asked)).rejects.toThrow(/larger than 1000/);
    const slow = await serve(() => undefined);
    const late = outbound({ allowPrivate: true }).send(slow, { ...asked, patienceMilliseconds: 100 });
    await expect(late).rejects.toThrow(/timeout|aborted/i);
  });

  test("is followed as often as was said, and no further", async () => {
    const url = await serve((request, response) => {
      const step = Number(request.url?.slice(1) || 0);
      if (step < 3) response.writeHead(302, { location: `/${step + 1}` }).end();
      else response.end("there");
    });
    const calls = outbound({ allowPrivate: true });
    expect((await calls.send(url, asked)).status).toBe(302);
    expect((await calls.send(url, { ...asked, redirects: 2 })).status).toBe(302);
    expect((await calls.send(url, { ...asked, redirects: 3 })).body.toString()).toBe("there");
  });
});
