import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dependsOnHeld } from "@/lib/held-events";
import { logger, withRequestId } from "@/lib/logger";
import { logAccess } from "./access-log";
import { assetMemory, isBuildFile } from "./assets";
import { clientIp, trustedProxies } from "./client-ip";
import { encodingFor } from "./compression";
import { contentSecurityPolicy } from "./csp";
import { type GateRules, pathOf, refusal, stripInternalHeaders } from "./gate";
import { securityHeaders } from "./headers";
import { tellHeld } from "./held";
import { finishMissing } from "./missing";
import { pageFinisher } from "./pages";
import { refuse } from "./refuse";
import { watchReply } from "./reply";

export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type HandleOptions = {
  next: NextHandler;
  rules: GateRules;
  proxies: readonly string[];
  livekit: readonly string[];
  /** Origin of an organisation's own sign-in, where one is configured. */
  signIn: readonly string[];
  isSecure: boolean;
  isDev: boolean;
};

/** What Next itself could not answer. */
const fail = (response: ServerResponse, requestId: string) => (error: unknown) => {
  logger.error({ error, requestId }, "a request failed outside of every page");
  if (response.headersSent) response.destroy();
  else response.writeHead(500, { "content-type": "text/plain" }).end(`Error ${requestId}`);
};

const knockOf = (request: IncomingMessage) => ({
  method: request.method ?? "",
  target: request.url ?? "",
  host: request.headers.host,
  // Node itself keeps the first one and drops the others.
  hasManyHosts: (request.headersDistinct.host?.length ?? 0) > 1,
  origin: request.headers.origin,
  contentLength: request.headers["content-length"],
  contentType: request.headers["content-type"],
  isChunked: request.headers["transfer-encoding"] !== undefined,
});

/**
 * The policy of a page that is rendered for its request. One of them is the sign-in page, and the others may become it
 * without being loaded anew, which leaves the browser their policy; cached pages can't.
 */
const policyFor = ({ livekit, signIn, isDev }: HandleOptions, nonce: string) =>
  contentSecurityPolicy({ scripts: [`'nonce-${nonce}'`], livekit, forms: signIn, isDev });

/** Everything in front of Next: gate, identity of the request, headers, content policy, compression, access log. */
export function createHandler(options: HandleOptions): NextHandler {
  const isTrusted = trustedProxies(options.proxies);
  const headers = Object.entries(securityHeaders(options.isSecure));
  const assets = assetMemory();
  const finishPage = pageFinisher(options.livekit);

  /** The request as Next may see it: without lies about where it comes from, with our own word for it. */
  const introduce = (request: IncomingMessage, requestId: string, nonce: string) => {
    const forwardedFor = request.headers["x-forwarded-for"];
    const address = clientIp(request.socket.remoteAddress, forwardedFor?.toString(), isTrusted);
    stripInternalHeaders(request.headers);
    request.headers["x-request-id"] = requestId;
    request.headers["x-plenum-client-ip"] = address;
    request.headers["x-forwarded-proto"] = options.isSecure ? "https" : "http";
    // Next takes the nonce for its own scripts from here.
    request.headers["content-security-policy"] = `script-src 'nonce-${nonce}'`;
    return address;
  };

  return async (request, response) => {
    const requestId = randomBytes(9).toString("base64url");
    const nonce = randomBytes(16).toString("base64");
    const target = request.url ?? "";
    const address = introduce(request, requestId, nonce);
    logAccess({ request, response, target, requestId, address });
    for (const [name, value] of headers) response.setHeader(name, value);
    response.setHeader("x-request-id", requestId);
    const encoding = encodingFor(request.headers["accept-encoding"]);
    const path = pathOf(target) ?? "";
    const isFile = !options.isDev && isBuildFile(path);
    const refused = refusal(knockOf(request), options.rules);
    if (refused === undefined && isFile && assets.send(request, response, encoding)) return;
    watchReply(response, {
      encoding,
      isHead: request.method === "HEAD",
      known: request.headers["if-none-match"],
      noncePolicy: policyFor(options, nonce),
      finishPage,
      finishMissing: (finish) => finishMissing(path, finish),
      isPersonal: dependsOnHeld(path),
      finishFile: isFile ? assets.finisher(path, response) : undefined,
    });
    if (refused !== undefined) return refuse(request, response, refused);
    if (dependsOnHeld(path)) await tellHeld(request);
    await withRequestId(requestId, () => options.next(request, response)).catch(fail(response, requestId));
  };
}
