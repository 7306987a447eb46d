export type CspOptions = {
  /** What may run besides files of our own: nonces or hashes, as the header wants them. */
  scripts: readonly string[];
  /** Origins of the room server, for signalling and its connection check. */
  livekit: readonly string[];
  /** Where else forms may lead: browsers hold the redirect after a post to it. */
  forms?: readonly string[];
  /** Development only: React rebuilds server stacks with eval. */
  isDev?: boolean;
};

/** WebSocket and HTTP origin of livekit-server; the client library uses both. */
export function livekitOrigins(url: string): string[] {
  const ws = new URL(url).origin === "null" ? url.replace(/\/+$/, "") : new URL(url).origin;
  return [ws, ws.replace(/^ws/, "http")];
}

/**
 * The policy of a page. Styles may be inline: React, the icon set and the video tiles set `style` attributes, for which there is
 * no nonce, and a style cannot act. Scripts never are: each one is a file of ours or carries a nonce or a hash.
 */
export function contentSecurityPolicy({ scripts, livekit, forms = [], isDev = false }: CspOptions): string {
  const evaluation = isDev ? ["'unsafe-eval'"] : [];
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'self'"],
    "script-src": ["'self'", ...scripts, "'wasm-unsafe-eval'", ...evaluation],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "media-src": ["'self'", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...livekit],
    "worker-src": ["'self'", "blob:"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'", ...forms],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");
}

/** For answers that are no page: nothing in them may load or run anything. */
export const answerPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** For files that people have given us: besides, a browser that shows one does so in a box without rights. */
export const sandboxPolicy = "default-src 'none'; sandbox";
