import { isIPv6 } from "node:net";
import { RateLimiterMemory } from "rate-limiter-flexible";

/**
 * How often one address of the internet may do something. Each process counts for itself, in memory: these limits
 * only slow floods down, a whole office may share one address, and a counter in Postgres would cost every form a
 * write. What must hold exactly (codes and mails per mail address) is counted in rows by the commands.
 */
const limits = {
  "sign-in-request": new RateLimiterMemory({ points: 30, duration: 600 }),
  /** Each asks the organisation's own server, and writes no mail; a whole office may come by one address. */
  "organisation-sign-in": new RateLimiterMemory({ points: 300, duration: 600 }),
  "sign-in-code": new RateLimiterMemory({ points: 60, duration: 600 }),
  registration: new RateLimiterMemory({ points: 120, duration: 60 }),
  /** Tests of people's technology: each makes a room at LiveKit. An office does them all before one event. */
  "room-check": new RateLimiterMemory({ points: 60, duration: 600 }),
  /** Forms of strangers that bring files. */
  upload: new RateLimiterMemory({ points: 120, duration: 600 }),
  /** Calendars that people bring along: each may cost seconds of one core, and a request into the internet. */
  "calendar-import": new RateLimiterMemory({ points: 30, duration: 600 }),
  /** Writes of one person in rooms: each may make every browser there ask again. */
  room: new RateLimiterMemory({ points: 120, duration: 10 }),
  /** Reactions of one person: applause goes on for a while, a hammered key does not fill the screen of everybody. */
  reaction: new RateLimiterMemory({ points: 10, duration: 10 }),
  /** Lines of one person who writes what everybody sees at once: two a second, and room for a bad line. */
  caption: new RateLimiterMemory({ points: 40, duration: 10 }),
  /** Writes from a hall: hundreds of phones may share the address of its network. */
  hall: new RateLimiterMemory({ points: 1_200, duration: 60 }),
  /** Browsers that write there for the first time: a large hall behind one address, and no more votes than that for who makes some up. */
  "hall-browser": new RateLimiterMemory({ points: 1_000, duration: 600 }),
  /** Each of these phones reads once for every change of the questions. */
  "hall-read": new RateLimiterMemory({ points: 30_000, duration: 60 }),
  /** And keeps one stream open; whoever opens many has made up many browsers. */
  "hall-stream": new RateLimiterMemory({ points: 3_000, duration: 60 }),
} as const;

/** The first four groups of an IPv6 address: one household or office has all addresses behind them. */
function householdOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const [left, right] = [groups(head), groups(tail)];
  // An IPv4 address at the end stands for two groups.
  const written = left.length + right.length + (address.includes(".") ? 1 : 0);
  const zeros = address.includes("::") ? Array.from({ length: Math.max(0, 8 - written) }, () => "0") : [];
  const first = [...left, ...zeros, ...right].slice(0, 4);
  return first.map((group) => group.replace(/^0+(?=.)/, "")).join(":");
}

/** The household or office that a request comes from; the server in front of us says the address. */
export const householdIn = (request: Request): string =>
  householdOf(request.headers.get("x-plenum-client-ip") ?? "unknown");

/** True while the caller may, or `who` where a person is known; the server in front of us says who the caller is, and only trusted proxies are believed. */
export async function isWithinLimit(
  kind: keyof typeof limits,
  request: Request,
  who?: string,
): Promise<boolean> {
  try {
    await limits[kind].consume(who ?? householdIn(request));
    return true;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return false;
  }
}
