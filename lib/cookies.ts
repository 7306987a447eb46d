import { origin } from "@/lib/env";

/**
 * Every cookie Plenum sets; all are necessary, so there is no banner. login: who is signed in. seats: what this
 * browser registered for. flash: what was typed into a refused form. browser: which browser asked for a code.
 * pending and confirm: the two steps between a mailed link and being signed in.
 */
export type CookieKind = "login" | "seats" | "flash" | "browser" | "pending" | "confirm";

const isSecure = () => origin().startsWith("https://");

/** The cookie's name: with `__Host-` on https, where browsers then refuse it from any other host or path. */
export const cookieName = (kind: CookieKind): string => `${isSecure() ? "__Host-" : ""}plenum-${kind}`;

/** Flags of every cookie of ours. */
export const cookieFlags = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;

/** Text of a `Set-Cookie` header. Without `maxAgeSeconds` the cookie ends with the browser session. */
export function setCookie(kind: CookieKind, value: string, maxAgeSeconds?: number): string {
  const parts = [`${cookieName(kind)}=${encodeURIComponent(value)}`, "Path=/", "HttpOnly", "SameSite=Lax"];
  if (maxAgeSeconds !== undefined) parts.push(`Max-Age=${maxAgeSeconds}`);
  if (isSecure()) parts.push("Secure");
  return parts.join("; ");
}

/** Text of a `Set-Cookie` header that takes the cookie away. */
export const clearCookie = (kind: CookieKind): string => setCookie(kind, "", 0);

/** What one browser sent: values by kind, undefined for absent or undecodable ones. */
export type Cookies = { get(kind: CookieKind): string | undefined };

/** Reads a `Cookie` header. Never throws: a garbage cookie counts as none. */
export function cookiesIn(header: string | null): Cookies {
  const values = new Map<string, string>();
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0) values.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  return {
    get(kind) {
      const text = values.get(cookieName(kind));
      return text ? decoded(text) : undefined;
    },
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
