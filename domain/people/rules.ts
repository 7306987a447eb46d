/** Characters that are never part of a name: controls, zero-width and bidirectional marks, private use, halves of characters, U+FFFE. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/gu;

/** One clean line: NFC, without unseen characters, spaces collapsed. What is left of a text of tricks is empty. */
export const cleanText = (text: string): string =>
  text.normalize("NFC").replace(/\s+/gu, " ").replace(UNSEEN, "").replace(/ {2,}/g, " ").trim();

/** Keeps a stack of combining marks from covering its neighbours: at most three on one letter. */
export const calmMarks = (text: string): string => text.replace(/(\p{M}{3})\p{M}+/gu, "$1");

/** A first guess at a person's name from a proven address, for whoever has not told theirs: `anna.beispiel` gives Anna Beispiel. */
export function nameFromAddress(email: string): string {
  const words = (email.split("@")[0] ?? "").split("+")[0] ?? "";
  const name = words
    .split(/[._-]+/)
    .filter((word) => word !== "")
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join(" ");
  return name.slice(0, 80);
}

/** How long a sign-in lasts: thirty days from signing in, however often it is used. */
export const LOGIN_SECONDS = 30 * 24 * 3600;
/** A mailed link and its code. */
export const CODE_SECONDS = 600;
export const CODE_TRIES = 5;
/** Wrong codes for one address within a day, over all codes and browsers. */
export const GUESSES_A_DAY = 10;
export const GUESSES_WINDOW_SECONDS = 86_400;
/** Mails to one address within a quarter of an hour: enough for a slow mailbox, too few to bury one. */
export const CODES_AT_ONCE = 5;
export const CODES_WINDOW_SECONDS = 900;
/** What takes all of somebody's data away, or moves it to another address, asks for a sign-in that is no older. */
export const FRESH_SECONDS = 900;
export const freshSince = (now: Date): Date => new Date(now.getTime() - FRESH_SECONDS * 1000);
/** How long the link to a new address works: people look into another mailbox for it. */
export const EMAIL_CHANGE_SECONDS = 3_600;
