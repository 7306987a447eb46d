import { origin } from "@/lib/env";

/**
 * A path on our own host out of whatever a stranger gave as the place to go on: never another host, another scheme
 * or an interface, which nobody should land on. Falls back to `otherwise`.
 */
export function ownPath(text: unknown, otherwise = "/me"): string {
  // A backslash counts as a slash to browsers, and control characters vanish in them.
  if (typeof text !== "string" || text.length > 500 || /[\\\p{Cc}]/u.test(text)) return otherwise;
  const base = origin();
  if (!URL.canParse(text, base)) return otherwise;
  const url = new URL(text, base);
  if (url.origin !== base || url.username !== "" || url.pathname.startsWith("//")) return otherwise;
  return url.pathname.startsWith("/api/") ? otherwise : `${url.pathname}${url.search}${url.hash}`;
}
