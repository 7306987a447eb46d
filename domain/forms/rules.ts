import type { Locale } from "@/lib/i18n/locales";
import type { Id } from "@/lib/id-kinds";
import { type FileGroup, MOST_FILES, type Stage } from "./labels";

/** Questions of a registration form. Pure: what is asked, what an answer means, and what an edit may do to it. */

export const questionKinds = [
  "text",
  "long",
  "number",
  "date",
  "choice",
  "choices",
  "rating",
  "file",
  "consent",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** In both languages; whoever reads the other one sees what there is. */
export type Words = { de: string; en: string };
export type Option = Words & { id: string };
/** An answer of an earlier question that brings this one up. */
export type Condition = { questionId: Id<"question">; answer: string };
/** Length of texts, size of numbers, how many choices; and the first and last day of a date. */
export type Limits = { min: number | null; max: number | null; from: string | null; to: string | null };
/** What a file may be, any of ours where none is named, and how large. How many, `max` says; one without it. */
export type FileLimits = { kinds: FileGroup[]; megabytes: number | null };

export type Definition = {
  kind: QuestionKind;
  stage: Stage;
  label: Words;
  help: Words;
  /** Why it is asked, said beside the question. */
  purpose: Words;
  required: boolean;
  /** Diet, access needs and the like: read by the office only, and deleted sooner. */
  sensitive: boolean;
  options: Option[];
  limits: Limits;
  files: FileLimits;
  /** Asked when one of these holds; without any, always. */
  showIf: Condition[];
};
export type Question = Definition & { id: Id<"question">; version: number };

export type Answer = string | number | true | string[];
export type Answers = ReadonlyMap<Id<"question">, Answer>;

export const noLimits: Limits = { min: null, max: null, from: null, to: null };
export const noFileLimits: FileLimits = { kinds: [], megabytes: null };
export const RATINGS = ["1", "2", "3", "4", "5"] as const;
/** More of them nobody fills in. */
export const MOST_QUESTIONS = 40;
export const MOST_OPTIONS = 50;
export const LONGEST_LINE = 200;
/** What was refused comes back in a cookie, which holds no more. */
export const LONGEST_TEXT = 1_000;

/** Name of the field that answers a question, and its id on the page. */
export const fieldOf = (id: Id<"question">): string => `q.${id}`;

export const wordsIn = (words: Words, locale: Locale): string =>
  words[locale] || words[locale === "de" ? "en" : "de"];

export const hasOptions = ({ kind }: Pick<Definition, "kind">): boolean =>
  kind === "choice" || kind === "choices";

/** What others can depend on: the answers of a question that can be told apart. A consent is given or not. */
export function answersToDependOn(question: Pick<Definition, "kind" | "options">): string[] {
  if (question.kind === "consent") return ["true"];
  return hasOptions(question) ? question.options.map(({ id }) => id) : [];
}

function meets({ questionId, answer }: Condition, answers: Answers): boolean {
  const given = answers.get(questionId);
  return Array.isArray(given) ? given.includes(answer) : given !== undefined && String(given) === answer;
}

/** Whether a question is asked of somebody who answered the earlier ones like this. */
export const isAsked = ({ showIf }: Pick<Definition, "showIf">, answers: Answers): boolean =>
  showIf.length === 0 || showIf.some((condition) => meets(condition, answers));

/** Whether a planned question can be answered like that: by the place of one of its options, or, a consent, at all. */
export const canAnswer = (
  { kind, options }: { kind: QuestionKind; options: readonly unknown[] },
  answer: number | true,
): boolean => (answer === true ? kind === "consent" : hasOptions({ kind }) && answer < options.length);

/** The questions that are asked, in order. What somebody said to a question that is not asked brings up no other. */
export function askedOf<One extends Pick<Question, "id" | "showIf">>(
  questions: readonly One[],
  answers: Answers,
): One[] {
  const counted = new Map<Id<"question">, Answer>();
  return questions.filter((question) => {
    if (!isAsked(question, counted)) return false;
    const answer = answers.get(question.id);
    if (answer !== undefined) counted.set(question.id, answer);
    return true;
  });
}

/** True when every condition names an answer of an earlier question: no edit may leave one that can never be asked. */
export function holdsTogether(questions: readonly Question[]): boolean {
  const known = new Map<string, readonly string[]>();
  return questions.every((question) => {
    const fits = question.showIf.every(({ questionId, answer }) => known.get(questionId)?.includes(answer));
    known.set(question.id, answersToDependOn(question));
    return fits;
  });
}

/** Conditions without repeats, however often one was posted: so there are no more than the form above has answers. */
export const onceEach = (conditions: readonly Condition[]): Condition[] => [
  ...new Map(conditions.map((one) => [`${one.questionId}:${one.answer}`, one])).values(),
];

/** False where a question waits for a confidential answer without being confidential: that it was answered gives the other away. */
export function keepsConfidence(questions: readonly Question[]): boolean {
  const confidential = new Set(questions.filter(({ sensitive }) => sensitive).map(({ id }) => id));
  return questions.every(
    ({ sensitive, showIf }) => sensitive || !showIf.some(({ questionId }) => confidential.has(questionId)),
  );
}

const meaningOf = ({ kind, label, options }: Definition): string =>
  JSON.stringify([kind, label.de, label.en, options.map(({ id, de, en }) => [id, de, en])]);

/** Whether an answer to the one would be read as something else below the other: then the old wording is kept for it. */
export const asksAnew = (before: Definition, after: Definition): boolean =>
  meaningOf(before) !== meaningOf(after);

/** What the box of a consent posts: it names the words that stood beside it, which may have changed since. */
export function agreedMark(asked: Definition): string {
  let sum = 5_381;
  for (const letter of meaningOf(asked)) sum = (sum * 33 + (letter.codePointAt(0) ?? 0)) % 2 ** 32;
  return `w${sum.toString(36)}`;
}
export const isAgreedMark = (posted: unknown): boolean =>
  typeof posted === "string" && /^w[0-9a-z]{1,7}$/.test(posted);

/** What was once answered as sensitive stays so. */
export const loosens = (before: Definition, after: Definition): boolean =>
  before.sensitive && !after.sensitive;

type Line = { de: string; en: string };

/** Options of typed lines: one that keeps its words keeps its id, and so does one that was only reworded in place. */
export function optionsFrom(
  lines: readonly Line[],
  { before, fresh }: { before: readonly Option[]; fresh: () => string },
): Option[] {
  const same = (line: Line) =>
    before.find(({ de, en }) => de === line.de && (line.de !== "" || en === line.en));
  const kept = new Set(lines.flatMap((line) => same(line)?.id ?? []));
  const inPlace = (index: number) => {
    const option = lines.length === before.length ? before[index] : undefined;
    return option && !kept.has(option.id) ? option.id : undefined;
  };
  return lines.map((line, index) => ({ id: same(line)?.id ?? inPlace(index) ?? fresh(), ...line }));
}

/** A question as somebody typed it; days as `2027-03-28`. */
export type TypedQuestion = {
  kind: QuestionKind;
  stage: Stage;
  required: boolean;
  sensitive: boolean;
  optionsDe: string[];
  optionsEn: string[];
  showIf: Condition[];
  fileKinds: FileGroup[];
  megabytes: number | null;
} & Record<`${"label" | "help" | "purpose"}${"De" | "En"}`, string> &
  Limits;

const isTwice = (lines: readonly string[]) => new Set(lines).size < lines.length;

function optionProblems({ optionsDe, optionsEn }: TypedQuestion): Record<string, string | false> {
  const longer = Math.max(optionsDe.length, optionsEn.length);
  const shorter = Math.min(optionsDe.length, optionsEn.length);
  const isCrowded = longer > MOST_OPTIONS && "too_many";
  const isLong = (lines: readonly string[]) => lines.some((line) => line.length > LONGEST_LINE) && "too_long";
  return {
    optionsDe:
      (longer < 2 && "two_options") ||
      isCrowded ||
      isLong(optionsDe) ||
      (isTwice(optionsDe) && "option_twice"),
    optionsEn:
      isLong(optionsEn) ||
      (shorter > 0 && shorter !== longer && "as_many_lines") ||
      (isTwice(optionsEn) && "option_twice"),
  };
}

/** The largest that a limit of these can be: a number of letters, or of files. */
const LONGEST: Partial<Record<QuestionKind, number>> = {
  text: LONGEST_LINE,
  long: LONGEST_TEXT,
  file: MOST_FILES,
};
/** Of these the limits are a number of letters, boxes or files: below one of them nobody could answer. */
const isCounted = ({ kind }: TypedQuestion) => kind === "choices" || LONGEST[kind] !== undefined;

function sizeProblems(typed: TypedQuestion): Record<string, string | false> {
  const { kind, min, max, optionsDe, optionsEn } = typed;
  const longest = LONGEST[kind] ?? Number.POSITIVE_INFINITY;
  const boxes = Math.max(optionsDe.length, optionsEn.length);
  return {
    min: kind === "choices" && min !== null && min > boxes && "too_large",
    max:
      (max !== null && max > longest && "too_large") ||
      (isCounted(typed) && max !== null && max < 1 && "too_small") ||
      (min !== null && max !== null && max < min && "too_small"),
  };
}

/** What is wrong with a question as a whole, by field. */
export function questionProblems(typed: TypedQuestion): Record<string, string | false> {
  const { from, to } = typed;
  return {
    labelDe: !(typed.labelDe || typed.labelEn) && "required",
    purposeDe: !(typed.purposeDe || typed.purposeEn) && "required",
    // Nobody has to say of their health what an event would like to know.
    required: typed.required && typed.sensitive && "confidence_is_free",
    ...sizeProblems(typed),
    to: from !== null && to !== null && to < from && "too_early",
    ...(hasOptions(typed) ? optionProblems(typed) : {}),
  };
}

/** What was typed as a definition: limits that mean nothing for its kind are left out. */
export function definitionOf(
  typed: TypedQuestion,
  { before, fresh }: { before: Definition | undefined; fresh: () => string },
): Definition {
  const { kind, required, sensitive, showIf, optionsDe, optionsEn, min, max, from, to } = typed;
  const isFile = kind === "file";
  const longer = optionsDe.length > 0 ? optionsDe : optionsEn;
  const lines = longer.map((_, index) => ({ de: optionsDe[index] ?? "", en: optionsEn[index] ?? "" }));
  const isSized = kind === "number" || kind === "choices";
  return {
    kind,
    // Where a question stands it stays: what was asked of who has a place is not asked of everybody by an edit.
    stage: before?.stage ?? typed.stage,
    label: { de: typed.labelDe, en: typed.labelEn },
    help: { de: typed.helpDe, en: typed.helpEn },
    purpose: { de: typed.purposeDe, en: typed.purposeEn },
    required,
    sensitive,
    options: hasOptions(typed) ? optionsFrom(lines, { before: before?.options ?? [], fresh }) : [],
    limits: {
      min: isSized ? min : null,
      max: isSized || LONGEST[kind] !== undefined ? max : null,
      from: kind === "date" ? from : null,
      to: kind === "date" ? to : null,
    },
    files: isFile ? { kinds: typed.fileKinds, megabytes: typed.megabytes } : noFileLimits,
    showIf,
  };
}

/** Whether there is such a day. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The answers that others depend on, as the fields of a form stand. `valuesOf` gives what is chosen or ticked. */
export function pickedIn(
  questions: readonly Pick<Question, "id" | "kind">[],
  valuesOf: (field: string) => readonly string[],
): Answers {
  const picked = new Map<Id<"question">, Answer>();
  for (const { id, kind } of questions) {
    const values = valuesOf(fieldOf(id));
    const [first] = values;
    if (first === undefined) continue;
    if (kind === "consent") picked.set(id, true);
    if (kind === "choice") picked.set(id, first);
    if (kind === "choices") picked.set(id, [...values]);
  }
  return picked;
}
