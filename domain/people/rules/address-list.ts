import { fail } from "@/lib/result";
import { cleanText } from "../rules";
import { emailAddress } from "../schema";

type ListedPerson = { email: string; name: string };
/** What somebody has to mend: a piece of the text, and whether it tries to be an address at all. */
type Unread = { text: string; isAddress: boolean };
type Read = { person: ListedPerson } | { unread: Unread };
type Word = { raw: string; address: string };

const LONGEST_NAME = 120;
const TOLD_LENGTH = 80;
/** A wide table has room in it; what is longer is no line of one, and nobody has to read it. */
const LONGEST_ENTRY = 2_000;
/** What stands between people in one line, the coarsest first: a name may contain the finer ones. */
const BETWEEN = [";", "|\t", ","] as const;
/** What is in quotes belongs to what it touches: `"ada@one.example"@two.example` is one word, and no address. */
const WORD = /(?:"[^"]*"|[^\s,;|<>()])+/g;
const BRACKETED = /<[^<>]*>/g;
const QUOTED = /^"([^"]*)"$/;
const APART = /[\s,;|<>()]/;

/** An address without what a mail program or a table puts around it. */
const addressOf = (word: string): string =>
  (QUOTED.exec(word)?.[1] ?? word)
    .replace(/^'+|'+$/g, "")
    .replace(/^mailto:/i, "")
    .toLowerCase();

/** The words that have an @ and something beside it: each is an address, or somebody has to mend it. */
function addressesAmong(text: string): Word[] {
  return [...text.matchAll(WORD)].flatMap(([raw]) => {
    const inside = QUOTED.exec(raw)?.[1];
    if (inside !== undefined && APART.test(inside)) return addressesAmong(inside);
    return raw.includes("@") && !/^["'@]+$/.test(raw) ? [{ raw, address: addressOf(raw) }] : [];
  });
}

const unread = (text: string): Read => ({
  unread: {
    text: cleanText(text.slice(0, LONGEST_ENTRY)).slice(0, TOLD_LENGTH),
    isAddress: text.includes("@"),
  },
});

function personOf(address: string, name: string): Read | undefined {
  const email = emailAddress.safeParse(address);
  return email.success ? { person: { email: email.data, name: name.slice(0, LONGEST_NAME) } } : undefined;
}

/** What is left of an entry without its address. */
function nameIn(text: string, words: readonly Word[]): string {
  const rest = words.reduce((left, { raw }) => left.split(raw).join(" "), text);
  return cleanText(rest.replace(/[;,|<>"()\t]+/g, " "));
}

/** The text between these signs, which part nothing inside quotes and brackets. */
const cutAt = (text: string, signs: string): string[] =>
  [...text.matchAll(new RegExp(`(?:"[^"]*"|<[^<>]*>|[^${signs}])+`, "g"))].map(([part]) => part);

/** Addresses with nothing between them: people without names, unless one of them is what another one is called. */
function crowdIn(text: string, words: readonly Word[]): Read[] {
  const bracketed = (text.match(BRACKETED) ?? []).flatMap(addressesAmong);
  const inBrackets = new Set(bracketed.map(({ address }) => address));
  if (inBrackets.size > 0 && words.some(({ address }) => !inBrackets.has(address))) return [unread(text)];
  return words.map(({ raw, address }) => personOf(address, "") ?? unread(raw));
}

/** What a line says, or a part of one: beside parts that name somebody, one without an address is passed over. */
function entriesIn(text: string, isPart: boolean): Read[] {
  const words = addressesAmong(text);
  const [first, ...others] = words;
  if (!first) return isPart && !text.includes("@") ? [] : [unread(text)];
  if (others.every(({ address }) => address === first.address)) {
    const person = text.length > LONGEST_ENTRY ? undefined : personOf(first.address, nameIn(text, words));
    return [person ?? unread(text)];
  }
  for (const signs of BETWEEN) {
    const parts = cutAt(text, signs);
    if (parts.length > 1) return parts.flatMap((part) => entriesIn(part, true));
  }
  return crowdIn(text, words);
}

/**
 * The people in a text that was pasted: a column, a whole table, or what a mail program copies. Each address counts once and
 * with the first of its names. What nobody can be read from is told, so that nothing is lost and no address becomes a name.
 */
export function peopleIn(text: string): { people: ListedPerson[]; unread: Unread[] } {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const read = lines.flatMap((line) => entriesIn(line, false));
  const people = new Map<string, ListedPerson>();
  for (const one of read)
    if ("person" in one && !people.has(one.person.email)) people.set(one.person.email, one.person);
  return {
    people: [...people.values()],
    unread: read.flatMap((one) => ("unread" in one ? [one.unread] : [])),
  };
}

/** The refusal of a list without a single address: it names what stands there in place of them. */
export const noAddressIn = (unread: readonly string[]) =>
  fail("invalid", "input", { fields: { text: ["no_address_in"] }, details: { what: unread.join(" · ") } });
