import "server-only";
import { LOGIN_SECONDS } from "@/domain/people/rules";
import { clearCookie, setCookie } from "@/lib/cookies";
import { clearHint, setHint } from "@/lib/hints";

/** Tells cached pages that this browser is signed in. */
export const signedInHint = (): string => setHint("signedIn", LOGIN_SECONDS);

/** The cookies of a browser that has signed in. */
export const loginCookies = (sessionToken: string): string[] => [
  setCookie("login", sessionToken, LOGIN_SECONDS),
  signedInHint(),
];

/** Takes them away. */
export const noLoginCookies = (): string[] => [clearCookie("login"), clearHint("signedIn")];
