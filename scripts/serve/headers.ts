/** Headers of every answer besides the content policy. `isSecure`: the public origin is https. */
export function securityHeaders(isSecure: boolean): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    // Under `no-referrer` Chromium posts forms with `Origin: null`, which the gate would refuse.
    "referrer-policy": "same-origin",
    "permissions-policy":
      "camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    ...(isSecure ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
  };
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * A redirect or a calendar may come from an address that is a key (mail links, personal feeds); the next page must not
 * learn it. Next keeps a header that is set already, so a route handler cannot say this itself. Not so a 304: it renews
 * the headers of a stored page, whose forms would then post with `Origin: null`.
 */
export const referrerPolicyOf = (status: number, type = "") =>
  REDIRECTS.has(status) || (status === 200 && type.startsWith("text/calendar")) ? "no-referrer" : undefined;
