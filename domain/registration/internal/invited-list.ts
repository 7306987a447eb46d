import { cleanText } from "@/domain/people/rules";
import { emailAddress } from "@/domain/people/schema";

type InvitedPerson = { email: string; name: string };
const LONGEST_NAME = 120;
/** An address and a name have room in it; what is longer is no line of a table, and nobody has to read it. */
const LONGEST_LINE = 500;
const SEPARATORS = /[\s,;<>"'()|]+/;

/** One line: an address, beside or around which a name may stand, as tables and mail programs have it. */
function personIn(line: string): InvitedPerson | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const word = line.split(SEPARATORS).find((part) => part.lastIndexOf("@") > 0) ?? "";
  const email = emailAddress.safeParse(word);
  if (!email.success) return undefined;
  const name = cleanText(line.replace(word, " ").replace(/[;,|<>"()\t]+/g, " "));
  return { email: email.data, name: name.slice(0, LONGEST_NAME) };
}

/** Whom a pasted list names, each address once and by the first of its names; and the lines that name nobody. */
export function invitedIn(text: string): { people: InvitedPerson[]; refused: string[] } {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const read = lines.map((line) => ({ line, person: personIn(line) }));
  const people = new Map<string, InvitedPerson>();
  for (const { person } of read) if (person && !people.has(person.email)) people.set(person.email, person);
  const refused = read.flatMap(({ line, person }) =>
    person ? [] : [cleanText(line.slice(0, LONGEST_LINE)).slice(0, 80)],
  );
  return { people: [...people.values()], refused };
}
