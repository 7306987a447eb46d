import "server-only";
import { LOGIN_SECONDS } from "@/domain/people/rules";
import { clearCookie, setCookie } from "@/lib/cookies";
import { clearHint, setHint } from "@/lib/hints";
import type { Id } from "@/lib/ids";
import { keyedHash } from "@/lib/tokens";

/** A login ends while a form is half filled: so long the browser still knows whose it is. */
const HINT_SECONDS = LOGIN_SECONDS + 2 * 3_600;

type SignedIn = { sessionToken: string; personId: Id<"person"> };

/**
 * Tells cached pages that this browser is signed in, and half-filled forms as whom: the mark is the same at every sign-in
 * of one person, and nobody can be found by it.
 */
export const signedInHint = (personId: Id<"person">): string =>
  setHint("signedIn", HINT_SECONDS, keyedHash(`mark ${personId}`).slice(0, 16));

/** The cookies of a browser that has signed in. */
export const loginCookies = ({ sessionToken, personId }: SignedIn): string[] => [
  setCookie("login", sessionToken, LOGIN_SECONDS),
  signedInHint(personId),
];

/** Takes them away. */
export const noLoginCookies = (): string[] => [clearCookie("login"), clearHint("signedIn")];
