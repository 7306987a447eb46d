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

export const draftKey = (id: string): string => `plenum.form.${id}`;

export const draftText = (typed: Typed, now: number): string => JSON.stringify({ at: now, typed });

/** The draft of such a text; undefined for one that is broken or too old. */
export function draftIn(text: string | null, now: number): Typed | undefined {
  if (text === null) return undefined;
  try {
    const note: unknown = JSON.parse(text);
    if (!isObject(note) || typeof note.at !== "number") return undefined;
    return note.at <= now && now - note.at < KEPT_MS ? typedIn(note.typed) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a draft may go into a form that was filled in for somebody: not when it is somebody else's. */
export const isDraftOf = (typed: Typed, email: string | undefined): boolean => {
  const [said = ""] = typed.email ?? [];
  return !email || said === "" || said.trim().toLowerCase() === email.toLowerCase();
};
