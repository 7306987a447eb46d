import { once } from "node:events";
import {
  Agent,
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type Server,
} from "node:http";
import { text } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { encodingFor } from "./compression";
import type { Refusal } from "./gate";
import { pageFinisher } from "./pages";
import { refuse } from "./refuse";
import { watchReply } from "./reply";

const TOO_LARGE: Refusal = { status: 413, reason: "too_large", most: 1_100_000 };
const BODY_BYTES = 2_000_000;
const PART_BYTES = 1_000;
const ANSWER = JSON.stringify({ failure: { kind: "invalid", reason: "too_large" } });

let server: Server;
/** A client that would keep its connection: only the server ends one. */
let agent: Agent;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  agent = new Agent({ keepAlive: true });
  server = createServer((incoming, response) => {
    watchReply(response, {
      encoding: encodingFor(incoming.headers["accept-encoding"]?.toString()),
      isHead: false,
      known: undefined,
      noncePolicy: "nonce",
      finishPage: pageFinisher([]),
      finishMissing: (finish) => finish,
      isPersonal: false,
      finishFile: undefined,
    });
    refuse(incoming, response, TOO_LARGE);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(async () => {
  vi.useRealTimers();
  agent.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Sends the first part of a body and gives back the answer, which comes while the rest is still missing. */
async function beginUpload(
  encoding: string,
  more: Record<string, string> = {},
): Promise<{ upload: ClientRequest; answer: IncomingMessage }> {
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const headers = { "accept-encoding": encoding, "content-length": BODY_BYTES, ...more };
  const upload = request({ port, method: "POST", agent, headers });
  // Whoever is cut off while still sending hears of it here too.
  upload.on("error", () => undefined);
  upload.write(Buffer.alloc(PART_BYTES));
  const [answer] = await once(upload, "response");
  return { upload, answer };
}

const textOf = (answer: IncomingMessage) =>
  text(answer.headers["content-encoding"] === "gzip" ? answer.pipe(createGunzip()) : answer);

it.each(["gzip", "identity"])(
  "gives a slow upload a whole answer in %s, and then cuts it off",
  async (encoding) => {
    const { upload, answer } = await beginUpload(encoding);
    expect(answer.statusCode).toBe(413);
    const whole = textOf(answer);
    const cut = once(upload, "close");
    const broken = new Promise((_, reject) => answer.once("error", reject));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await Promise.race([whole, broken])).toBe(ANSWER);
    await vi.advanceTimersByTimeAsync(1_000);
    await cut;
  },
);

it("keeps the connection of an upload that comes to its end", async () => {
  const first = await beginUpload("gzip");
  first.upload.end(Buffer.alloc(BODY_BYTES - PART_BYTES));
  expect(await textOf(first.answer)).toBe(ANSWER);
  await vi.advanceTimersByTimeAsync(20_000);
  const second = await beginUpload("gzip");
  expect(second.upload.reusedSocket).toBe(true);
  second.upload.end(Buffer.alloc(BODY_BYTES - PART_BYTES));
  expect(await textOf(second.answer)).toBe(ANSWER);
});

const HOST = "plenum.example.org";
const browser = { accept: "text/html,application/xhtml+xml", host: HOST };

it.each([
  ["de", `https://${HOST}/e/forum/register?x=1`, "en", '<a href="/e/forum/register?x=1">Zum Formular</a>'],
  ["en", `https://${HOST}/en/e/forum`, "de", '<a href="/en/e/forum">To the form</a>'],
  ["en", undefined, "fr;q=1, en-GB;q=0.8", '<a href="/en/events">'],
  ["de", "https://evil.test/en/e/forum", "", '<a href="/events">'],
  ["de", `https://${HOST}/e/%22%3E%3Cscript%3E`, "", '<a href="/e/%22%3E%3Cscript%3E">'],
])("says to a browser in %s what to do (page %s, reads %s)", async (locale, referer, languages, link) => {
  const headers = { ...browser, "accept-language": languages, ...(referer ? { referer } : {}) };
  const { upload, answer } = await beginUpload("gzip", headers);
  upload.end(Buffer.alloc(BODY_BYTES - PART_BYTES));
  const html = await textOf(answer);
  expect([answer.statusCode, answer.headers["content-type"]]).toEqual([413, "text/html; charset=utf-8"]);
  expect(html).toContain(`<html lang="${locale}">`);
  expect(html).toContain(link);
  // Two million bytes, where a megabyte may come.
  expect(html).toContain(
    locale === "de" ? "höchstens 1 MB haben. Ihres hat 2 MB" : "can add up to 1 MB. Yours is 2 MB",
  );
  expect(html).not.toContain("<script");
});
