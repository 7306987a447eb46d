import { escapeText, icsText } from "../ics/text";

export type Contact = { name: string; organisation: string; email: string; note: string };

/** One line of text: a name with a line break in it is none. */
const inOneLine = (text: string): string => escapeText(text.replace(/\s+/g, " ").trim());

/**
 * A person as vCard 4.0 (RFC 6350). Values are escaped (3.4) and lines folded (3.2) as in iCalendar; without the part of
 * the name that is the family's, which nobody asked for, `N` is left out, and `FN` says it all.
 */
export const writeVcard = ({ name, organisation, email, note }: Contact): string =>
  icsText([
    "BEGIN:VCARD",
    "VERSION:4.0",
    "KIND:individual",
    `FN:${inOneLine(name || email)}`,
    ...(organisation.trim() === "" ? [] : [`ORG:${inOneLine(organisation)}`]),
    `EMAIL:${inOneLine(email)}`,
    ...(note.trim() === "" ? [] : [`NOTE:${inOneLine(note)}`]),
    "END:VCARD",
  ]);
