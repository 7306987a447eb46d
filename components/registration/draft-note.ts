/**
 * What somebody has typed into a form and not sent yet, kept in their own window: a connection that is lost, a login that
 * ran out or a page closed by mistake costs nobody their words. Never what was said in confidence, agreed to or attached.
 */
export type Typed = Record<string, string[]>;

/** After that long another person may sit at the same window. */
const KEPT_MS = 2 * 3_600_000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

/** By hand, because an event's page loads no schema before somebody begins to fill in its form. */
function typedIn(value: unknown): Typed {
  if (!isObject(value)) return {};
  const fields = Object.entries(value).filter((field): field is [string, string[]] => isTexts(field[1]));
  return Object.fromEntries(fields);
}

/** What was typed, by whom as far as the browser knew (empty for nobody), and over which stored answers. */
export type Note = { typed: Typed; as: string; over: string };

const DRAFTS = "plenum.form.";
export const draftKey = (id: string): string => `${DRAFTS}${id}`;

export const draftText = ({ typed, as, over }: Note, now: number): string =>
  JSON.stringify({ at: now, as, over, typed });

const wordIn = (value: unknown): string => (typeof value === "string" ? value : "");

/** The draft of such a text; undefined for one that is broken or too old. */
export function draftIn(text: string | null, now: number): (Note & { at: number }) | undefined {
  if (text === null) return undefined;
  try {
    const note: unknown = JSON.parse(text);
    if (!isObject(note) || typeof note.at !== "number") return undefined;
    if (note.at > now || now - note.at >= KEPT_MS) return undefined;
    return { at: note.at, typed: typedIn(note.typed), as: wordIn(note.as), over: wordIn(note.over) };
  } catch {
    return undefined;
  }
}

/** Whether whoever is signed in now has typed it, or somebody who had not signed in yet. */
const isOwn = ({ as }: Note, mark: string): boolean => as === "" || as === mark;

/**
 * Whether a draft is given back: not to another account or after signing out, and not over answers that were stored since
 * it was begun, in another window or by the office.
 */
export const isGivenBack = (note: Note, { mark, version }: { mark: string; version: string }): boolean =>
  isOwn(note, mark) && note.over === version;

/** Says which stored answers a form shows: other ones give another word. */
export function versionOf(answers: unknown): string {
  let hash = 0;
  for (const char of JSON.stringify(answers)) hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) | 0;
  return hash.toString(36);
}

type Store = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

/**
 * Leaves of a window's drafts those of whoever is signed in now, and gives them what was typed before they signed in: after
 * signing out, erasing oneself or signing in as another, nothing of the one before is left to read.
 */
export function sweepDrafts(store: Store, { mark, now }: { mark: string; now: number }): void {
  const keys = Array.from({ length: store.length }, (_, n) => store.key(n) ?? "");
  for (const key of keys.filter((one) => one.startsWith(DRAFTS))) {
    const note = draftIn(store.getItem(key), now);
    if (!note || !isOwn(note, mark)) store.removeItem(key);
    else if (note.as !== mark) store.setItem(key, draftText({ ...note, as: mark }, note.at));
  }
}

/** Whether a draft may go into a form that was filled in for somebody: not when it is somebody else's. */
export const isDraftOf = (typed: Typed, email: string | undefined): boolean => {
  const [said = ""] = typed.email ?? [];
  return !email || said === "" || said.trim().toLowerCase() === email.toLowerCase();
};
