import { createServer, type RequestListener, request, type Server } from "node:http";
import { Readable } from "node:stream";
import { gunzipSync } from "node:zlib";
import { afterEach, expect, it } from "vitest";
import { z } from "zod";
import { encodingFor, pack } from "./compression";
import { finishMissing } from "./missing";
import { type Finish, type ReplyOptions, watchReply } from "./reply";

let server: Server | undefined;
afterEach(() => new Promise((resolve) => server?.close(resolve) ?? resolve(undefined)));

const hashed: Finish = async (raw, wanted) => ({
  ...(await pack(raw, wanted)),
  headers: { "content-security-policy": "hash", etag: '"p1"' },
});

type Answer = { status: number; headers: Record<string, unknown>; rawHeaders: string[]; body: Buffer };

/** Runs a listener behind a watched reply and asks it once. */
async function ask(
  listener: RequestListener,
  method = "GET",
  {
    finishFile,
    isPersonal = false,
    known,
  }: Partial<Pick<ReplyOptions, "finishFile" | "isPersonal" | "known">> = {},
): Promise<Answer> {
  const made = createServer((incoming, response) => {
    watchReply(response, {
      encoding: encodingFor(incoming.headers["accept-encoding"]?.toString()),
      isHead: incoming.method === "HEAD",
      known,
      noncePolicy: "nonce",
      finishPage: { kept: hashed, once: hashed },
      finishMissing: (finish) => finishMissing("/en/missing", finish),
      isPersonal,
      finishFile,
    });
    listener(incoming, response);
  });
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  server = made;
  const { port } = z.object({ port: z.number() }).parse(made.address());
  return new Promise((resolve, reject) => {
    request({ port, method, agent: false, headers: { "accept-encoding": "gzip" } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          rawHeaders: response.rawHeaders,
          body: Buffer.concat(parts),
        }),
      );
    })
      .on("error", reject)
      .end();
  });
}

const page =
  (isCached: boolean): RequestListener =>
  (_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (isCached) response.setHeader("x-nextjs-cache", "HIT");
    response.write("<p>");
    response.end(`${"Plenum ".repeat(1000)}</p>`);
  };

it("puts hashes on a page from the cache and a nonce on one rendered for the request", async () => {
  const cached = await ask(page(true));
  const rendered = await ask(page(false));
  expect(cached.headers["content-security-policy"]).toBe("hash");
  expect(rendered.headers["content-security-policy"]).toBe("nonce");
  expect(gunzipSync(cached.body)).toEqual(gunzipSync(rendered.body));
});

it("sends a large body to its end, however slowly it is taken", async () => {
  const megabytes = Array.from({ length: 100 }, (_, index) => `${index % 10}`.repeat(60_000));
  const answer = await ask((_request, response) => {
    response.setHeader("content-type", "application/javascript");
    Readable.from(megabytes).pipe(response);
  });
  expect(gunzipSync(answer.body).length).toBe(6_000_000);
});

it("sends the first part of a page before the last one exists", async () => {
  const answer = await ask((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.flushHeaders();
    response.write("<p>first</p>");
    setImmediate(() => response.end("<p>last</p>"));
  });
  expect(gunzipSync(answer.body).toString()).toBe("<p>first</p><p>last</p>");
});

it("leaves an event stream as it is", async () => {
  const answer = await ask((_request, response) => {
    response.setHeader("content-type", "text/event-stream");
    response.flushHeaders();
    response.write(": hello\n\n");
    response.end();
  });
  expect([answer.headers["content-encoding"], answer.body.toString()]).toEqual([undefined, ": hello\n\n"]);
});

it("gives an unchanged page no other policies than it had", async () => {
  const answer = await ask((_request, response) => response.writeHead(304).end());
  expect(answer.status).toBe(304);
  expect(answer.headers).not.toHaveProperty("content-security-policy");
  expect(answer.headers).not.toHaveProperty("referrer-policy");
});

it("takes headers given all at once, and still adds its own", async () => {
  const answer = await ask((_request, response) => {
    response.writeHead(200, { "content-type": "text/html", "x-given": "1", "set-cookie": ["a=1", "b=2"] });
    response.end("x".repeat(5_000));
  });
  expect(answer.headers).toMatchObject({
    "x-given": "1",
    "set-cookie": ["a=1", "b=2"],
    "content-security-policy": "nonce",
  });
  expect(gunzipSync(answer.body).length).toBe(5_000);
});

it("hides the address a redirect comes from", async () => {
  const answer = await ask((_request, response) => {
    response.statusCode = 303;
    response.setHeader("location", "/r/x");
    response.end();
  });
  expect(answer.headers["referrer-policy"]).toBe("no-referrer");
});

it("S65: hides the address a calendar comes from, though something else was said before", async () => {
  const answer = await ask((_request, response) => {
    response.setHeader("referrer-policy", "same-origin");
    response.setHeader("content-type", "text/calendar; charset=utf-8");
    response.end("BEGIN:VCALENDAR");
  });
  expect(answer.headers["referrer-policy"]).toBe("no-referrer");
});

it.each([200, 307])("says once where an answer with %i leads, however often Next does", async (status) => {
  const answer = await ask((_request, response) => {
    response.statusCode = status;
    response.appendHeader("location", "/events");
    response.appendHeader("location", "/events");
    response.appendHeader("set-cookie", "a=1");
    response.appendHeader("set-cookie", "b=2");
    response.end();
  });
  expect(answer.rawHeaders.filter((name) => name.toLowerCase() === "location")).toHaveLength(1);
  expect(answer.headers).toMatchObject({ location: "/events", "set-cookie": ["a=1", "b=2"] });
});

it("answers HEAD without a body and without waiting for one", async () => {
  const answer = await ask(page(true), "HEAD");
  expect([answer.status, answer.body.length]).toEqual([200, 0]);
});

it("keeps under the address of a build file nothing but a build file, and confines the rest", async () => {
  const kept: string[] = [];
  const keep: ReplyOptions["finishFile"] = async (raw, wanted) => {
    kept.push(raw.toString());
    return { ...(await pack(raw, wanted)), headers: {} };
  };
  const answering =
    (status: number, cacheControl: string): RequestListener =>
    (_request, response) => {
      response.writeHead(status, { "content-type": "text/html", "cache-control": cacheControl });
      response.end("a page of somebody's own");
    };
  const personal = await ask(answering(200, "private, no-store"), "GET", { finishFile: keep });
  const missing = await ask(answering(404, "private, no-store"), "GET", { finishFile: keep });
  expect(kept).toEqual([]);
  for (const { headers } of [personal, missing]) expect(headers["content-security-policy"]).toBe("nonce");
  await ask(answering(200, "public, max-age=31536000, immutable"), "GET", { finishFile: keep });
  expect(kept).toHaveLength(1);
});

it("keeps a page that follows from what a browser holds out of every cache between", async () => {
  const cached: RequestListener = (_, response) => {
    response.setHeader("content-type", "text/html");
    response.setHeader("x-nextjs-cache", "HIT");
    response.setHeader("cache-control", "s-maxage=60");
    response.end("<p>Sie sind dabei</p>");
  };
  const personal = await ask(cached, "GET", { isPersonal: true });
  expect(personal.headers["cache-control"]).toBe("private, no-cache");
  expect(personal.headers["content-security-policy"]).toBe("hash");
});

it.each([
  ["kept in the cache", true, "hash"],
  ["rendered for the request", false, "nonce"],
])(
  "gives a missing page that was %s words for browsers without JavaScript",
  async (_how, isCached, policy) => {
    const answer = await ask((_request, response) => {
      response.writeHead(404, {
        "content-type": "text/html; charset=utf-8",
        ...(isCached ? { "x-nextjs-cache": "HIT" } : {}),
      });
      response.end(
        '<!DOCTYPE html><html id="__next_error__"><head></head><body><script src="/a.js"></script></body></html>',
      );
    });
    const packed = answer.headers["content-encoding"] === "gzip";
    const html = (packed ? gunzipSync(answer.body) : answer.body).toString();
    expect([answer.status, answer.headers["content-security-policy"]]).toEqual([404, policy]);
    expect(html).toContain("<body><noscript>");
    expect(html).toContain("<h1>This page does not exist</h1>");
  },
);

it.each([
  ["default-src 'none'; sandbox", "default-src 'none'; sandbox"],
  ["default-src *", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"],
])("leaves an answer no policy of its own but a closed box: %s", async (own, policy) => {
  const answer = await ask((_request, response) => {
    response.writeHead(200, { "content-type": "application/pdf", "content-security-policy": own });
    response.end("%PDF-1.7");
  });
  expect(answer.headers["content-security-policy"]).toBe(policy);
});

it.each([
  ['"v2"', 200],
  ['"v1"', 304],
  ['W/"v1"', 304],
  ['"v0", "v1"', 304],
])("a file whose version is v1 is answered to who knows %s with %i", async (known, status) => {
  const file: RequestListener = (_request, response) => {
    response.setHeader("content-type", "text/calendar");
    response.setHeader("etag", '"v1"');
    response.write("BEGIN:VCALENDAR");
    response.end("END:VCALENDAR");
  };
  const answer = await ask(file, "GET", { known });
  expect([answer.status, answer.headers.etag, answer.body.length > 0]).toEqual([
    status,
    '"v1"',
    status === 200,
  ]);
});

it.each([
  ['"p2"', 200],
  ['"p1"', 304],
])("a cached page whose version is p1 is answered to who knows %s with %i", async (known, status) => {
  const answer = await ask(page(true), "GET", { known });
  expect([answer.status, answer.headers.etag, answer.body.length > 0]).toEqual([
    status,
    '"p1"',
    status === 200,
  ]);
});
