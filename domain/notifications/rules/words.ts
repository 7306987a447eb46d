import type { WordedMail } from "../labels";

/** What a message of an organizer may name; each stands in braces, such as `{name}`. */
export const circularVariables = ["name", "organisation", "event", "when", "place", "network"] as const;
export type CircularVariable = (typeof circularVariables)[number];
export type CircularValues = Record<CircularVariable, string>;

const VARIABLE = /\{([^{}\n]{0,40})\}/g;
const variableOf = (name: string): CircularVariable | undefined =>
  circularVariables.find((known) => known === name.trim());

/** Words in braces that stand for nothing, so that nobody is written "Hello {nmae}". */
export const unknownVariables = (text: string): string[] =>
  [...text.matchAll(VARIABLE)].flatMap(([whole, name = ""]) => (variableOf(name) ? [] : [whole]));

/**
 * Puts the values in. There is no language behind it: one pass over fixed words, and what a value says is never read
 * again, so a person named `{event}` stays that.
 */
export const filled = (text: string, values: CircularValues): string =>
  text.replace(VARIABLE, (whole, name: string) => {
    const variable = variableOf(name);
    return variable ? values[variable] : whole;
  });

/** Paragraphs are parted by empty lines; a single line break stays one. */
export const paragraphsOf = (text: string): string[] =>
  text
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");

type Texts = { subjectDe: string; bodyDe: string; subjectEn: string; bodyEn: string };

/** Subject and text in the reader's language, or in the one they were written in. */
export function circularText(texts: Texts, locale: "de" | "en"): { subject: string; body: string } {
  const de = { subject: texts.subjectDe, body: texts.bodyDe };
  const en = { subject: texts.subjectEn, body: texts.bodyEn };
  const [own, other] = locale === "de" ? [de, en] : [en, de];
  return own.subject === "" || own.body === "" ? other : own;
}

/** What an organizer says in place of our own words in one of an event's mails; empty fields keep ours. */
export type MailWording = { subjectDe: string; textDe: string; subjectEn: string; textEn: string };
export type MailWords = { [Mail in WordedMail]?: MailWording | undefined };

export const hasOwnWords = (wording: MailWording | undefined): wording is MailWording =>
  wording !== undefined && Object.values(wording).some((text) => text !== "");

/**
 * The own subject and paragraphs for a reader of this language, with the values put in. Each is undefined where there is
 * none: then that reader gets our words, in their language, rather than somebody's in another.
 */
export function ownWords(
  wording: MailWording | undefined,
  locale: "de" | "en",
  values: CircularValues,
): { subject: string | undefined; paragraphs: string[] | undefined } {
  const [subject, text] =
    locale === "de" ? [wording?.subjectDe, wording?.textDe] : [wording?.subjectEn, wording?.textEn];
  const paragraphs = paragraphsOf(text ?? "").map((paragraph) => filled(paragraph, values));
  // A value may be empty, and a mail without a subject or a first sentence is nobody's wish.
  const said = paragraphs.filter((paragraph) => paragraph.trim() !== "");
  return {
    subject: filled(subject ?? "", values).trim() || undefined,
    paragraphs: said.length > 0 ? said : undefined,
  };
}
