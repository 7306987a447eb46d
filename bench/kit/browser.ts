import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";

export type Reply = { status: number; headers: IncomingHttpHeaders; body: string; bytes: number };

type Send = {
  path: string;
  form?: URLSearchParams | FormData;
  /** Sent as JSON, as the page's own scripts do. */
  json?: unknown;
  headers?: Record<string, string>;
};

/** One person's browser: one connection that stays open, its own cookies, its own address. */
export type Browser = {
  get: (path: string, headers?: Record<string, string>) => Promise<Reply>;
  /** Posts a form as a page of this origin would; redirects are not followed. */
  post: (path: string, form: URLSearchParams | FormData) => Promise<Reply>;
  /** Posts JSON as a script of this origin would. */
  postJson: (path: string, value: unknown) => Promise<Reply>;
  /** An answer that does not end, on a connection of its own: each part as it comes. Gives how to end it. */
  listen: (path: string, onPart: (text: string) => void) => Promise<() => void>;
  close: () => void;
};

/** An address of its own for each person; neighbours differ early, so that no limit by prefix joins them. */
export const addressOf = (person: number) =>
  `10.${person % 251}.${Math.floor(person / 251) % 251}.${Math.floor(person / 63_001) + 1}`;

const TIMEOUT_MS = 60_000;

function storeCookies(cookies: Map<string, string>, lines: readonly string[]) {
  for (const line of lines) {
    const pair = line.split(";")[0] ?? "";
    const cut = pair.indexOf("=");
    if (cut > 0) cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
  }
}

type Headers = Record<string, string>;

const pageHeaders = (address: string, cookies: ReadonlyMap<string, string>): Headers => ({
  "x-forwarded-for": address,
  accept: "text/html,application/xhtml+xml",
  "accept-encoding": "identity",
  "accept-language": "de",
  ...(cookies.size > 0 && { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join("; ") }),
});

type Encoded = { body: Buffer; type: string };

/** A form as it travels: with a boundary when it goes to a server action, else like any form. */
async function encoded(form: URLSearchParams | FormData): Promise<Encoded> {
  const request = new Request("http://form", { method: "POST", body: form });
  const type = request.headers.get("content-type") ?? "application/x-www-form-urlencoded";
  return { body: Buffer.from(await request.arrayBuffer()), type };
}

function encodedJson(value: unknown): Encoded | undefined {
  return value === undefined
    ? undefined
    : { body: Buffer.from(JSON.stringify(value)), type: "application/json" };
}

const formHeaders = (origin: string, { body, type }: Encoded): Headers => ({
  origin,
  "sec-fetch-site": "same-origin",
  "content-type": type,
  "content-length": String(body.length),
});

async function replyOf(response: IncomingMessage): Promise<Reply> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  const { statusCode: status = 0, headers } = response;
  return { status, headers, body: whole.toString("utf8"), bytes: whole.length };
}

/** Opens a browser at `base` that the app, trusting us as a proxy, sees at `address`. */
export function openBrowser(base: string, address: string): Browser {
  const { protocol, origin } = new URL(base);
  const [Agent, request] = protocol === "https:" ? [HttpsAgent, httpsRequest] : [HttpAgent, httpRequest];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const cookies = new Map<string, string>();

  const send = async ({ path, form, json, headers = {} }: Send) => {
    const content = form ? await encoded(form) : encodedJson(json);
    return new Promise<Reply>((resolve, reject) => {
      const sent = request(new URL(path, base), {
        agent,
        method: content ? "POST" : "GET",
        timeout: TIMEOUT_MS,
        headers: {
          ...pageHeaders(address, cookies),
          ...(content && formHeaders(origin, content)),
          ...headers,
        },
      });
      sent.on("response", (response) => {
        storeCookies(cookies, response.headers["set-cookie"] ?? []);
        replyOf(response).then(resolve, reject);
      });
      sent.on("timeout", () => sent.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)));
      sent.on("error", reject);
      sent.end(content?.body);
    });
  };

  const listen = (path: string, onPart: (text: string) => void) =>
    new Promise<() => void>((resolve, reject) => {
      const headers = { ...pageHeaders(address, cookies), accept: "text/event-stream" };
      const sent = request(new URL(path, base), { agent: false, headers });
      sent.on("response", (response) => {
        if (response.statusCode !== 200) return reject(new Error(`a stream answered ${response.statusCode}`));
        response.setEncoding("utf8").on("data", onPart);
        resolve(() => sent.destroy());
      });
      sent.on("error", reject);
      sent.end();
    });

  return {
    listen,
    get: (path, headers) => send({ path, headers }),
    post: (path, form) => send({ path, form }),
    postJson: (path, json) => send({ path, json, headers: { accept: "application/json" } }),
    close: () => agent.destroy(),
  };
}

/** Throws, with a sentence that helps, unless an app answers at `base`: a bench of nothing would look fast. */
export async function expectApp(base: string): Promise<void> {
  const browser = openBrowser(base, addressOf(0));
  try {
    const { status } = await browser.get("/readyz");
    if (status !== 200) throw new Error(`it says ${status} at /readyz`);
  } catch (error) {
    throw new Error(`No app is ready at ${base}`, { cause: error });
  } finally {
    browser.close();
  }
}
