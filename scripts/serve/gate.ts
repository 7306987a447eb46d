/** What the gate knows of the place it guards. */
export type GateRules = {
  /** Values of the Host header that mean us. */
  hosts: ReadonlySet<string>;
  /** Origins whose pages may write. */
  origins: ReadonlySet<string>;
  /** Largest body in bytes. */
  bodyLimit: number;
  /** Largest body that brings a file, behind the doors that take one. */
  fileLimit: number;
};

/** What the gate looks at; all of it comes from the request line and the headers. */
export type Knock = {
  method: string;
  target: string;
  host: string | undefined;
  /** Which of several hosts is meant, two programs may read differently (RFC 9112, 3.2). */
  hasManyHosts: boolean;
  origin: string | undefined;
  contentLength: string | undefined;
  contentType: string | undefined;
  isChunked: boolean;
};

export type Refusal = {
  status: 400 | 403 | 404 | 405 | 411 | 413 | 421;
  reason: string;
  /** As many bytes as a body may have, where it has more. */
  most?: number;
};

/** The doors that take a file. They ask before they read it: who is there, or whether a file is asked for at all. */
const TAKES_FILES =
  /^\/api\/(?:events\/[^/]+\/(?:files|registrations)|registrations\/[^/]+\/change|speakers\/[^/]+\/picture|networks\/[^/]+\/logo|board\/entries\/[^/]+\/files|me\/calendars)$/;
/** Doors for machines that have no origin and prove themselves otherwise: by signature, key or mailed token. */
const WITHOUT_ORIGIN = /^\/api\/(livekit|v1|unsubscribe)(\/|$)/;
/** Probes and the room server's signed reports come by inner addresses; no answer there depends on the host. */
const FOR_ANY_HOST = /^\/(healthz|readyz|api\/livekit)$/;
/**
 * Behind a confirmation's own address stand the cached pages that only our own routing leads to. Routing takes any first
 * part for a language, and looks at no case.
 */
const INNER = /^(?:\/[^/]+)?\/e\/[^/]+\/registered\/./i;
/** Longer than any name in our addresses. A missing page is kept like any other, under its whole address. */
const LONGEST_PART = 200;
/** Behind these stand sealed texts and files of the build; neither leads to a page that is kept. */
const OF_ANY_LENGTH =
  /^\/(?:[ajlt]\/[^/]+|api\/(?:calendar\/[a-z]|unsubscribe)\/[^/]+|_next\/static\/.+?)\/?$/;
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/** The hosts and origins that mean us: the public origin alone, or in demo mode this machine's loopback names. */
export function gateRules(options: {
  publicOrigin: string | undefined;
  port: number;
  bodyLimit: number;
  fileLimit: number;
}): GateRules {
  const { publicOrigin, port, bodyLimit, fileLimit } = options;
  const loopback = ["localhost", "127.0.0.1", "[::1]"].map((name) => `http://${name}:${port}`);
  const origins = publicOrigin === undefined ? loopback : [publicOrigin];
  return {
    origins: new Set(origins),
    hosts: new Set(origins.map((origin) => new URL(origin).host)),
    bodyLimit,
    fileLimit,
  };
}

/**
 * `.` and `..` as a segment. Browsers resolve them before they ask; Next would do so after us, and answer another page
 * than the one whose rules, log line and memory were chosen by this path.
 */
const DOTS = /(?:^|[/\\])\.{1,2}(?:[/\\]|$)/;

/** The decoded path of a request target, or undefined when it is malformed. */
export function pathOf(target: string): string | undefined {
  const path = target.split("?", 1)[0] ?? "";
  if (!path.startsWith("/") || path.startsWith("//") || path.includes("\\")) return undefined;
  try {
    const decoded = decodeURIComponent(path);
    if (DOTS.test(decoded)) return undefined;
    // A control character in a path is never meant, and has ended in headers and logs before.
    return [...decoded].some((character) => character < " " || character === "\u007f") ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** Whether a part of a path is longer than any of ours. Coded slashes part nothing: they belong to a name. */
function isEndless(target: string): boolean {
  const path = target.split("?", 1)[0] ?? "";
  if (path.length <= LONGEST_PART || OF_ANY_LENGTH.test(path)) return false;
  return path.split("/").some((part) => decodeURIComponent(part).length > LONGEST_PART);
}

function refuseBody(knock: Knock, limit: number): Refusal | undefined {
  // Without a length nobody can say beforehand that it is too long; browsers and our callers always send one.
  if (knock.isChunked) return { status: 411, reason: "length_required" };
  if (knock.contentLength === undefined) return undefined;
  if (!/^\d{1,15}$/.test(knock.contentLength)) return { status: 400, reason: "bad_length" };
  return Number(knock.contentLength) > limit ? { status: 413, reason: "too_large", most: limit } : undefined;
}

/** A write has to come from our own pages. Next itself lets a missing Origin pass, so it is decided here. */
function refuseOrigin(knock: Knock, path: string, rules: GateRules): Refusal | undefined {
  if (READS.has(knock.method) || WITHOUT_ORIGIN.test(path)) return undefined;
  const own = knock.origin !== undefined && rules.origins.has(knock.origin);
  if (own && new URL(knock.origin ?? "").host === knock.host) return undefined;
  return { status: 403, reason: "foreign_origin" };
}

/** Why this request does not come in, or undefined. Nothing behind the gate sees a refused request. */
export function refusal(knock: Knock, rules: GateRules): Refusal | undefined {
  const path = pathOf(knock.target);
  if (path === undefined) return { status: 400, reason: "bad_path" };
  // No text in Postgres can hold NUL, and nobody has ever meant one.
  if (knock.target.includes("%00")) return { status: 400, reason: "bad_query" };
  if (knock.hasManyHosts) return { status: 400, reason: "bad_host" };
  if (!METHODS.has(knock.method)) return { status: 405, reason: "bad_method" };
  if (INNER.test(path) || isEndless(knock.target)) return { status: 404, reason: "not_found" };
  const host = knock.host?.toLowerCase();
  if (!FOR_ANY_HOST.test(path) && (host === undefined || !rules.hosts.has(host))) {
    return { status: 421, reason: "foreign_host" };
  }
  // Only this kind of form can hold a file; megabytes of other fields would be read before they are counted.
  const holdsFile = /^multipart\/form-data\b/i.test(knock.contentType ?? "") && TAKES_FILES.test(path);
  const limit = holdsFile ? rules.fileLimit : rules.bodyLimit;
  return refuseOrigin({ ...knock, host }, path, rules) ?? refuseBody(knock, limit);
}

/** Headers by which proxies and Next itself talk; from a stranger they are a lie, and have opened doors before. */
const INTERNAL =
  /^(x-middleware-|x-invoke-|x-plenum-|x-forwarded-|x-nextjs-data$|x-matched-path$|x-real-ip$|x-original-|x-rewrite-|x-request-id$|x-now-|x-vercel-|x-prerender-|forwarded$|content-security-policy)/;

/** Takes every internal header out of a request, in place. */
export function stripInternalHeaders(headers: Record<string, unknown>): void {
  for (const name of Object.keys(headers)) if (INTERNAL.test(name)) delete headers[name];
}

/** A path for the log: what stands behind a personal link, a feed, a talk mail or an invitation opens it, so it is left out. */
export function loggablePath(target: string): string {
  // Written otherwise it opens the same, or was meant to: a mail program may have added a slash or a code.
  const path = pathOf(target) ?? target.split("?", 1)[0] ?? "";
  return path
    .replace(
      /^((?:\/+(?:en|de))?\/+(?:a|i|j|l|t|api\/+unsubscribe|api\/+calendar(?:\/+[a-z])?)\/+).+$/,
      "$1[token]",
    )
    .slice(0, 200);
}
