import "server-only";
import { cookies as nextCookies } from "next/headers";
import { type Cookies, cookieName } from "@/lib/cookies";

/** What the browser of a page or an action sent, by kind, as `cookiesIn` reads it from a request. */
export async function pageCookies(): Promise<Cookies> {
  const store = await nextCookies();
  return { get: (kind) => store.get(cookieName(kind))?.value };
}
