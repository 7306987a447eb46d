import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { addressesOf } from "./addresses-of";
import { isPublicAddress } from "./public-address";

export type Fetched = { ok: true; bytes: Uint8Array; type: string } | { ok: false; reason: FetchRefusal };
/** `address_refused` says the same of everything that is not asked, so that nobody can feel their way through a house. */
export type FetchRefusal = "address_refused" | "unreachable" | "too_large" | "too_slow";

export type FetchLimits = { bytes: number; ms: number; redirects: number };
export type Ports = {
  resolve: (host: string) => Promise<string[]>;
  isAllowed: (address: string) => boolean;
  /** Ports that are asked. */
  ports: readonly string[];
};

const PORTS = ["", "80", "443"];
const internet: Ports = {
  resolve: addressesOf,
  isAllowed: isPublicAddress,
  ports: PORTS,
};

class Refusal extends Error {
  constructor(readonly reason: FetchRefusal) {
    super(reason);
  }
}

/** An address as people paste it; `webcal:` is how calendars are called. Undefined for anything that is not fetched. */
export function fetchableAddress(text: string, ports: readonly string[] = PORTS): URL | undefined {
  const said = text.trim().replace(/^webcals?:/i, "https:");
  if (said.length > 2_000 || !URL.canParse(said)) return undefined;
  const url = new URL(said);
  const isPlain = url.username === "" && url.password === "" && url.hostname !== "";
  return ["http:", "https:"].includes(url.protocol) && isPlain && ports.includes(url.port) ? url : undefined;
}

/** The one address that is connected to. Every address of the name has to be a public one, or none is asked. */
async function addressOf(url: URL, { resolve: ask, isAllowed }: Ports): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = await ask(host).catch(() => []);
  const [first] = addresses;
  if (first === undefined || !addresses.every(isAllowed)) throw new Refusal("address_refused");
  return first;
}

/** The name is not looked up again: what was looked at is what is connected to. */
const pinned = (address: string): LookupFunction => {
  const family = address.includes(":") ? 6 : 4;
  return (_host, options, done) => {
    if (options.all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
};

type Asked = { url: URL; address: string; signal: AbortSignal };

function ask({ url, address, signal }: Asked): Promise<http.IncomingMessage> {
  const { get } = url.protocol === "https:" ? https : http;
  const headers = { accept: "text/calendar", "accept-encoding": "identity", "user-agent": "Plenum" };
  return new Promise((done, failed) => {
    const request = get(url, { headers, signal, lookup: pinned(address), agent: false }, done);
    request.once("error", failed);
  });
}

async function bodyOf(response: http.IncomingMessage, most: number): Promise<Uint8Array> {
  // Nothing packed was asked for: what is packed all the same may be a bomb.
  if ((response.headers["content-encoding"] ?? "identity") !== "identity") throw new Refusal("unreachable");
  if (Number(response.headers["content-length"] ?? 0) > most) throw new Refusal("too_large");
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > most) throw new Refusal("too_large");
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

type Step = { next: URL } | { bytes: Uint8Array; type: string };

/** One request: the answer, or where it leads instead. */
async function step(url: URL, limits: FetchLimits & { signal: AbortSignal }, ports: Ports): Promise<Step> {
  const response = await ask({ url, address: await addressOf(url, ports), signal: limits.signal });
  try {
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      const target = URL.canParse(headers.location, url) ? new URL(headers.location, url).href : "";
      const next = fetchableAddress(target, ports.ports);
      if (!next) throw new Refusal("address_refused");
      return { next };
    }
    if (statusCode !== 200) throw new Refusal("unreachable");
    return { bytes: await bodyOf(response, limits.bytes), type: headers["content-type"] ?? "" };
  } finally {
    response.destroy();
  }
}

async function follow(
  from: URL,
  limits: FetchLimits & { signal: AbortSignal },
  ports: Ports,
): Promise<Fetched> {
  let url = from;
  for (let redirects = 0; redirects <= limits.redirects; redirects++) {
    const result = await step(url, limits, ports);
    if (!("next" in result)) return { ok: true, ...result };
    url = result.next;
  }
  return { ok: false, reason: "unreachable" };
}

/**
 * Fetches what somebody gave us the address of. Our machine must not become theirs: only public addresses are asked, each
 * is looked up once and then connected to as it was looked at, so are those it is redirected to; size, time and the number
 * of redirects have ends.
 */
export async function fetchPublic(
  text: string,
  limits: FetchLimits,
  ports: Ports = internet,
): Promise<Fetched> {
  const url = fetchableAddress(text, ports.ports);
  if (!url) return { ok: false, reason: "address_refused" };
  const signal = AbortSignal.timeout(limits.ms);
  // Looking a name up can't be stopped, only not waited for.
  const late = new Promise<Fetched>((done) => {
    signal.addEventListener("abort", () => done({ ok: false, reason: "too_slow" }));
  });
  try {
    return await Promise.race([follow(url, { ...limits, signal }, ports), late]);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.reason };
    return { ok: false, reason: signal.aborted ? "too_slow" : "unreachable" };
  }
}
