import type { Instrumentation } from "next";

/**
 * Next tells us here of every error a page, action or route let through, with its real message; what a visitor sees
 * carries only a digest, which stands in the line too.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // Loaded when needed: this file is bundled for the edge runtime as well, which has no Node modules.
  const { logger, scrub } = await import("@/lib/logger");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  const path = scrub(request.path.split("?", 1)[0] ?? "");
  logger.error(
    { error, digest, path, route: context.routePath, kind: context.routeType },
    "a request failed",
  );
};
