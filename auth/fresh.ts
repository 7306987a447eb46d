import "server-only";
import { cookies as nextCookies } from "next/headers";
import { isFreshLogin } from "@/domain/people/queries/fresh-login";
import { cookieName } from "@/lib/cookies";
import { now } from "@/lib/time/clock";
import type { Door } from "./doors";
import type { PersonActor } from "./session";

/** The login of this browser, for commands that ask whether it is fresh. */
export const loginOf = ({ cookies }: Pick<Door, "cookies">): string => cookies.get("login") ?? "";

/** For pages: whether this browser has signed in a moment ago. */
export async function hasFreshLogin({ personId }: PersonActor): Promise<boolean> {
  const sessionToken = (await nextCookies()).get(cookieName("login"))?.value ?? "";
  return isFreshLogin({ sessionToken, personId, now: now() });
}
