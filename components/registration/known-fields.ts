import { isDraftOf, type Typed } from "./draft-note";

type Known = { name: string; email: string; organisation: string };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Of the door's answer, by hand: an event's page loads no schema. Undefined where nobody is signed in. */
export function knownIn(body: unknown): Known | undefined {
  const known = isObject(body) ? body.known : undefined;
  if (!isObject(known)) return undefined;
  const { name, email, organisation } = known;
  if (typeof name !== "string" || typeof email !== "string" || typeof organisation !== "string")
    return undefined;
  return { name, email, organisation };
}

/** What goes into a form in which this stands; nothing into one that somebody fills in for another address. */
export function knownFields({ name, email, organisation }: Known, typed: Typed): Typed {
  return isDraftOf(typed, email) ? { name: [name], email: [email], organisation: [organisation] } : {};
}
