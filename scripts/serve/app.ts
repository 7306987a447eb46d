import { createServer } from "node:http";
import next from "next";
import { env } from "@/lib/env";
import { MOST_FILE_BYTES } from "@/lib/file-limits";
import { logger } from "@/lib/logger";
import { logInsteadOfPrinting } from "./console";
import { livekitOrigins } from "./csp";
import { drainable } from "./drain";
import { gateRules } from "./gate";
import { createHandler, type NextHandler } from "./handle";

const BODY_LIMIT_BYTES = 1024 * 1024;
/** A file, and the fields that come with it. */
const FILE_LIMIT_BYTES = MOST_FILE_BYTES + 64 * 1024;
const LIMITS = { bodyLimit: BODY_LIMIT_BYTES, fileLimit: FILE_LIMIT_BYTES };
const DRAIN_MILLISECONDS = 2_500;

/** next-auth reads these two names itself; they are ours under other names. */
function tellNextAuth(): void {
  process.env.NEXTAUTH_URL ??= env().ORIGIN;
  process.env.NEXTAUTH_SECRET ??= env().AUTH_SECRET;
}

function createApp() {
  const { ORIGIN, PLENUM_ORIGIN, PORT, LIVEKIT_URL, PLENUM_TRUSTED_PROXIES, OIDC_ISSUER, NODE_ENV } = env();
  const isDev = NODE_ENV !== "production";
  let handle: NextHandler = async () => undefined;
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 });
  const app = next({
    dev: isDev,
    dir: process.cwd(),
    hostname: new URL(ORIGIN).hostname,
    port: PORT,
    ...(isDev ? { httpServer: server } : {}),
  });
  const handler = createHandler({
    next: (request, response) => handle(request, response),
    rules: gateRules({ publicOrigin: PLENUM_ORIGIN, port: PORT, ...LIMITS }),
    proxies: PLENUM_TRUSTED_PROXIES,
    livekit: livekitOrigins(LIVEKIT_URL),
    signIn: OIDC_ISSUER === undefined ? [] : [new URL(OIDC_ISSUER).origin],
    isSecure: ORIGIN.startsWith("https:"),
    isDev,
  });
  const ready = app.prepare().then(() => {
    handle = app.getRequestHandler();
  });
  return { server, handler, ready };
}

/** The address to listen on: the demo stays on this machine, whatever is configured. */
function bindAddress(): string {
  const { PLENUM_DEMO, PLENUM_BIND } = env();
  return PLENUM_DEMO ? "127.0.0.1" : (PLENUM_BIND ?? "0.0.0.0");
}

/** Serves the app in this process until it is told to stop. */
export async function serveApp(): Promise<void> {
  if (env().NODE_ENV === "production") logInsteadOfPrinting();
  tellNextAuth();
  const { server, handler, ready } = createApp();
  const drain = drainable(server);
  server.on("request", handler);
  const leave = async () => {
    await drain(DRAIN_MILLISECONDS);
    process.exit(0);
  };
  // Next registers its own listeners, which would leave before the open answers have gone out.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.removeAllListeners(signal).once(signal, leave);
  process.once("disconnect", leave);
  await ready;
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.removeAllListeners(signal).once(signal, leave);
  server.once("error", (error) => {
    logger.fatal({ error }, "the app cannot listen");
    process.exit(1);
  });
  const port = env().PLENUM_LISTEN_PORT ?? env().PORT;
  server.listen(port, bindAddress(), () => logger.info({ port }, "the app listens"));
}
