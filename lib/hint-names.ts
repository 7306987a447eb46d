/** signedIn: this browser is signed in, and by a mark as whom. hasTalks: it is worth asking for a talk that starts soon. */
export type Hint = "signedIn" | "hasTalks";

const names: Record<Hint, string> = { signedIn: "plenum-signed-in", hasTalks: "plenum-has-talks" };

/** The cookie's name, on http and https alike. */
export const hintName = (hint: Hint): string => names[hint];

/** What the hint holds in a browser's `document.cookie`; empty where there is none. */
export function hintIn(cookies: string, hint: Hint): string {
  const start = `${names[hint]}=`;
  const found = cookies.split("; ").find((cookie) => cookie.startsWith(start));
  return found?.slice(start.length) ?? "";
}

/** Whether a browser's `document.cookie` gives the hint. */
export const isHinted = (cookies: string, hint: Hint): boolean => hintIn(cookies, hint) !== "";
