import type { IncomingMessage, ServerResponse } from "node:http";
import { logger } from "@/lib/logger";
import { shortenIp } from "./client-ip";
import { loggablePath } from "./gate";

/** One line per answered request. No query, no personal link, only the network of the address. */
export function logAccess(options: {
  request: IncomingMessage;
  response: ServerResponse;
  target: string;
  requestId: string;
  address: string;
}): void {
  const { request, response, target, requestId, address } = options;
  const begun = performance.now();
  const path = loggablePath(target);
  const usual = path.startsWith("/_next/static/") ? "debug" : "info";
  response.once("close", () => {
    // Nobody is ever turned away for our sake without a line, however quiet the log is set.
    logger[response.statusCode >= 500 ? "warn" : usual](
      {
        requestId,
        method: request.method,
        path,
        status: response.statusCode,
        ms: Math.round(performance.now() - begun),
        net: shortenIp(address),
        ...(response.writableFinished ? {} : { cut: true }),
      },
      "request",
    );
  });
}
