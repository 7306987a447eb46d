import { origin } from "@/lib/env";

/**
 * Every cookie Plenum sets; all are necessary, so there is no banner. login: who is signed in. seats: what this
 * browser registered for. flash: what was typed into a refused form. browser: which browser asked for a code.
 * pending and confirm: the two steps between a mailed link and being signed in. organisation: what its sign-in
 * has to answer for. address: the mailed link of a new address, until it is confirmed. hall: which browser asks and votes in
 * a hall without signing in.
 */
export type CookieKind =
  | "login"
  | "seats"
  | "flash"
  | "browser"
  | "pending"
  | "confirm"
  | "organisation"
  | "address"
  | "hall";

const isSecure = () => origin().startsWith("https://");

/**
 * What browsers hold a cookie to on https: `__Host-` is taken from our own host for all of its paths only. The
 * refused form belongs to one page, which `__Host-` does not allow.
 */
export const cookiePrefix = (kind: CookieKind): string => (kind === "flash" ? "__Secure-" : "__Host-");

export const cookieName = (kind: CookieKind): string =>
  `${isSecure() ? cookiePrefix(kind) : ""}plenum-${kind}`;

/** Flags of every cookie of ours. */
export const cookieFlags = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;

type CookieText = { kind: CookieKind; value: string; path: string; maxAgeSeconds: number };

/** A path as an attribute can hold it: a semicolon, which a path may well have, would begin the next attribute. */
const attribute = (path: string) => path.replace(/[;\p{Cc}]/gu, encodeURIComponent);

/** Text of a `Set-Cookie` header for one page and what lies below it. */
export const setPageCookie = ({ kind, value, path, maxAgeSeconds }: CookieText): string => {
  const named = `${cookieName(kind)}=${encodeURIComponent(value)}`;
  const flags = ["HttpOnly", "SameSite=Lax", `Max-Age=${maxAgeSeconds}`, ...(isSecure() ? ["Secure"] : [])];
  return [named, `Path=${attribute(path)}`, ...flags].join("; ");
};

/** Text of a `Set-Cookie` header for the whole host. */
export const setCookie = (kind: CookieKind, value: string, maxAgeSeconds: number): string =>
  setPageCookie({ kind, value, path: "/", maxAgeSeconds });

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
