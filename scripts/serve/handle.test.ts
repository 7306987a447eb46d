import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { atOrigin } from "@/lib/testing/at-origin";
import { gateRules } from "./gate";
import { createHandler } from "./handle";

// The log is made on import, and one line for each request is its purpose.
vi.hoisted(() => {
  process.env.LOG_LEVEL = "silent";
});

let server: Server;
let port: number;
const next = vi.fn(async (_request: unknown, response: { end: () => unknown }) => {
  response.end();
});

beforeEach(async () => {
  atOrigin(undefined);
  server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = z.object({ port: z.number() }).parse(server.address()).port;
  const rules = gateRules({ publicOrigin: undefined, port, bodyLimit: 1_000, fileLimit: 9_000 });
  const handler = createHandler({
    next,
    rules,
    proxies: [],
    livekit: [],
    signIn: [],
    isSecure: false,
    isDev: true,
  });
  server.on("request", handler);
});
afterEach(async () => {
  next.mockClear();
  await new Promise((resolve) => server.close(resolve));
});

/** The status line for a request written by hand, because no client says what these say. */
async function statusFor(lines: readonly string[]): Promise<string | undefined> {
  const socket = connect(port, "127.0.0.1");
  socket.write([...lines, "Connection: close", "", ""].join("\r\n"));
  return (await text(socket)).split("\r\n", 1)[0];
}

it("lets a request in that names its host once", async () => {
  expect(await statusFor(["GET /e/foo HTTP/1.1", `Host: localhost:${port}`])).toBe("HTTP/1.1 200 OK");
  expect(next).toHaveBeenCalledTimes(1);
});

it.each(["evil.test", "the same"])(
  "refuses a request that names two hosts, the second one %s",
  async (which) => {
    const own = `Host: localhost:${port}`;
    const second = which === "the same" ? own : `host: ${which}`;
    expect(await statusFor(["GET /e/foo HTTP/1.1", own, second])).toBe("HTTP/1.1 400 Bad Request");
    expect(next).not.toHaveBeenCalled();
  },
);
