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

/** A redirect may come from an address that is a key (mail links); the next page must not learn it. */
export const referrerPolicyOf = (status: number) =>
  status >= 300 && status < 400 ? "no-referrer" : undefined;
