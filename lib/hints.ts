import { origin } from "@/lib/env";
import { type Hint, hintName } from "@/lib/hint-names";

/**
 * Cookies that scripts may read, because cached pages know nothing of who looks at them. They hold
 * "1", or for signedIn a mark of the person that leads to nobody, and no right comes of them: who sets one by hand sees a link that leads to the sign-in page.
 */
const hintCookie = (hint: Hint, value: string, maxAgeSeconds: number): string =>
  [
    `${hintName(hint)}=${value}`,
    "Path=/",
    "SameSite=Lax",
    `Max-Age=${maxAgeSeconds}`,
    ...(origin().startsWith("https://") ? ["Secure"] : []),
  ].join("; ");

/** Text of a `Set-Cookie` header that gives the hint for so many seconds. */
export const setHint = (hint: Hint, maxAgeSeconds: number, value = "1"): string =>
  hintCookie(hint, value, maxAgeSeconds);

/** Text of a `Set-Cookie` header that takes the hint away. */
export const clearHint = (hint: Hint): string => hintCookie(hint, "", 0);
