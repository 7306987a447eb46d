import "server-only";
import { cookies as nextCookies } from "next/headers";
import { signInLink } from "@/domain/people/schema";
import { cookieName } from "@/lib/cookies";
import { unseal } from "@/lib/tokens";

/** What a mailed sign-in link said; undefined when it is cut, forged or older than ten minutes. */
export const pendingIn = (text: string | undefined) => unseal("sign-in", text, signInLink);

/** For the confirm page: the link that this browser opened last. */
export async function readPendingLink() {
  const store = await nextCookies();
  return pendingIn(store.get(cookieName("pending"))?.value);
}
