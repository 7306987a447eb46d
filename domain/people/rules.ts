/**
 * Characters that are never part of a name: controls, zero-width and bidirectional marks, private use, halves of characters,
 * U+FFFE, and letters, marks and signs that show as nothing, such as the Hangul fillers and the empty Braille cell.
 */
const UNSEEN =
  /(?:[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029\u115F\u1160\u2800\u3164\uFFA0]|\u034F|\u17B4|\u17B5|[\u180B-\u180F])/gu;

/** One clean line: NFC, without unseen characters, spaces collapsed. What is left of a text of tricks is empty. */
export const cleanText = (text: string): string =>
  text.normalize("NFC").replace(/\s+/gu, " ").replace(UNSEEN, "").replace(/ {2,}/g, " ").trim();

/** Keeps a stack of combining marks from covering its neighbours: at most three on one letter. */
export const calmMarks = (text: string): string => text.replace(/(\p{M}{3})\p{M}+/gu, "$1");

/** What Plenum and its readers call those who run a room, an event or an office, in both languages, without case and hyphens. */
const ROLES = new Set(
  `moderation comoderation moderator comoderator moderatorin comoderatorin moderierend host hosts cohost cohosts gastgeber
   gastgeberin veranstalter veranstalterin veranstaltende veranstaltung organisation organisator organisatorin organizer
   organiser einlass checkin inhaber inhaberin owner büro office admin administrator administratorin administration support
   plenum system vortrag speaker presenter referent referentin sprecher sprecherin verifiziert verified offiziell official`.split(
    /\s+/,
  ),
);
/** Letters of other scripts that look like ours, for finding our words and for nothing else. */
const LOOKALIKES: Record<string, string> = Object.fromEntries(
  [..."аaеeоoрpсcуyхxіiѕsһhԁdԛqԝwοoαaνvρpτtιiκkнhмmтtвbкk"].flatMap((letter, at, all) =>
    at % 2 === 0 ? [[letter, all[at + 1] ?? letter]] : [],
  ),
);
const plainly = (text: string): string =>
  [...text.normalize("NFKC").toLowerCase()]
    .map((letter) => LOOKALIKES[letter] ?? letter)
    .join("")
    .replace(/[^\p{L}\p{N}]/gu, "");
const isRole = (text: string): boolean => ROLES.has(plainly(text));

const BRACKETED =
  /[([{<⟨«‹【（［｛〔「『]([^()[\]{}<>⟨⟩«»‹›【】（）［］｛｝〔〕「」『』]*)[)\]}>⟩»›】）］｝〕」』]/gu;
const SET_APART = /\s*(?:[|·•∙/\\:;~*★☆✓✔–—]|(?<=\s)-(?=\s))\s*/u;

function withoutBracketedRole(name: string): string {
  const less = name.replace(BRACKETED, (all, inside: string) =>
    isRole(inside) || inside.trim() === "" ? " " : all,
  );
  return less === name ? name : withoutBracketedRole(less);
}

/**
 * A name without a role put beside it: `Ada (Moderation)` is Ada. Who may do what is shown by us, and beside many names
 * nothing is shown at all, so a name must not look as if it were. A name that is such a word stays: people are called Host.
 */
export function withoutRoleClaim(name: string): string {
  const open = withoutBracketedRole(name);
  const parts = open.split(SET_APART).filter((part) => part.trim() !== "");
  const own = parts.filter((part) => !isRole(part));
  const kept = own.length > 0 && own.length < parts.length ? own.join(" ") : open;
  return kept.replace(/ {2,}/g, " ").trim();
}

/** What stands below a name says where somebody is from, and never that they run the room. */
export function withoutRole(organisation: string): string {
  const own = withoutRoleClaim(organisation);
  return isRole(own) ? "" : own;
}

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
