import { z } from "zod";
import { calmMarks, cleanText } from "@/domain/people/rules";
import { type Id, idOf } from "@/lib/ids";
import {
  type Answer,
  agreedMark,
  type Definition,
  fieldOf,
  hasOptions,
  isAgreedMark,
  isAsked,
  isDay,
  LONGEST_LINE,
  LONGEST_TEXT,
  MOST_OPTIONS,
  onceEach,
  optionsFrom,
  type Question,
  type QuestionKind,
  questionKinds,
  RATINGS,
} from "./rules";

const words = z.object({ de: z.string(), en: z.string() });

/** A definition as it is stored. */
export const definition: z.ZodType<Definition> = z.object({
  kind: z.enum(questionKinds),
  label: words,
  help: words,
  purpose: words,
  required: z.boolean(),
  sensitive: z.boolean(),
  options: z.array(words.extend({ id: z.string() })),
  limits: z.object({
    min: z.number().nullable(),
    max: z.number().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  showIf: z.array(z.object({ questionId: idOf("question"), answer: z.string() })),
});

/** An answer as it is stored: in an object, because the driver reads a bare text such as "007" as JSON once more. */
export const storedAnswer: z.ZodType<Answer> = z
  .object({ is: z.union([z.string(), z.number(), z.literal(true), z.array(z.string())]) })
  .transform(({ is }) => is);
export const toStored = (answer: Answer) => ({ is: answer });

const tidyLine = (text: string) => calmMarks(cleanText(text));
const tidyLines = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map(tidyLine)
    .join("\n")
    .trim();

const isBlank = (posted: unknown): boolean =>
  posted === undefined ||
  posted === null ||
  (typeof posted === "string" && cleanText(posted) === "") ||
  (Array.isArray(posted) && posted.every(isBlank));

const textOf = (tidied: (text: string) => string, longest: number) =>
  z.string("required").max(20_000, "too_long").transform(tidied).pipe(z.string().max(longest, "too_long"));

const within = ({ limits }: Definition, size: number, [least, most]: readonly [string, string]) => {
  if (limits.min !== null && size < limits.min) return least;
  return limits.max !== null && size > limits.max ? most : undefined;
};

/** Adds the problem that a value has, if it has one. */
const unless =
  <Value>(problemOf: (value: Value) => string | undefined) =>
  (value: Value, context: { addIssue: (issue: { code: "custom"; message: string }) => void }) => {
    const message = problemOf(value);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  };

const knows = ({ options }: Definition, id: string) => options.some((option) => option.id === id);

/** What an answer of each kind has to be; what was left empty never comes here. */
const answers: Record<QuestionKind, (question: Definition) => z.ZodType<Answer>> = {
  text: ({ limits }) => textOf(tidyLine, limits.max ?? LONGEST_LINE),
  long: ({ limits }) => textOf(tidyLines, limits.max ?? LONGEST_TEXT),
  number: (question) =>
    z
      .union([z.number(), z.string().regex(/^\s*-?\d{1,12}([.,]\d{1,6})?\s*$/, "number")], "number")
      .transform((posted) => Number(String(posted).replace(",", ".")))
      .superRefine(unless((size) => within(question, size, ["too_small", "too_large"]))),
  date: ({ limits: { from, to } }) =>
    z.string("required").superRefine(
      unless((day) => {
        if (!isDay(day)) return "invalid_date";
        if (from !== null && day < from) return "too_early";
        return to !== null && day > to ? "too_late" : undefined;
      }),
    ),
  choice: (question) => z.string("required").refine((id) => knows(question, id), "unknown_choice"),
  choices: (question) =>
    z
      .union([z.array(z.string()), z.string().transform((one) => [one])], "unknown_choice")
      .transform((ids) => [...new Set(ids)])
      .superRefine(
        unless((ids) =>
          ids.every((id) => knows(question, id))
            ? within(question, ids.length, ["too_few_chosen", "too_many_chosen"])
            : "unknown_choice",
        ),
      ),
  rating: () =>
    z
      .union([z.number(), z.string()], "unknown_choice")
      .transform(String)
      .pipe(z.enum(RATINGS, "unknown_choice"))
      .transform(Number),
  consent: (question) =>
    z.unknown().transform((posted, context) => {
      if (posted === agreedMark(question) || posted === true || posted === "on" || posted === "true")
        return true;
      const message = isAgreedMark(posted) ? "consent_changed" : "consent_needed";
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    }),
};

/** One answer, as a form or a program posts it; undefined when a question that may be left empty was. */
export const answerSchema = (question: Definition): z.ZodType<Answer | undefined> =>
  z.unknown().transform((posted, context): Answer | undefined => {
    if (isBlank(posted)) {
      const message = question.kind === "consent" ? "consent_needed" : "required";
      if (question.required) context.addIssue({ code: "custom", message });
      return undefined;
    }
    const read = answers[question.kind](question).safeParse(posted);
    if (read.success) return read.data;
    for (const { message } of read.error.issues) context.addIssue({ code: "custom", message });
    return undefined;
  });

/**
 * The answers to a form by the names of its fields. The only schema there is for them: the browser's check and the
 * commands build it from the same definition. What was posted for a question that is not asked is left out.
 */
export const answersSchema = (questions: readonly Question[]) =>
  z.record(z.string(), z.unknown()).transform((posted, context): Map<Id<"question">, Answer> => {
    const given = new Map<Id<"question">, Answer>();
    for (const question of questions) {
      if (!isAsked(question, given)) continue;
      const field = fieldOf(question.id);
      const read = answerSchema(question).safeParse(posted[field]);
      if (read.success) {
        if (read.data !== undefined) given.set(question.id, read.data);
        continue;
      }
      for (const { message } of read.error.issues)
        context.addIssue({ code: "custom", message, path: [field] });
    }
    return given;
  });

const ticked = z
  .union([z.boolean(), z.literal("on").transform(() => true)])
  .catch(false)
  .default(false);
const typedLine = (longest: number) => textOf(tidyLine, longest).default("");
const typedLines = textOf(tidyLines, 10_000)
  .transform((text) => text.split("\n").filter(Boolean))
  .default([]);
const empty = z.union([z.null(), z.literal("").transform(() => null)]);
const whole = z.coerce.number("whole_number").int("whole_number");
const size = z
  .union([empty, whole.min(-1_000_000, "too_small").max(1_000_000, "too_large")], "whole_number")
  .default(null);
const day = z.union([empty, z.string().refine(isDay, "invalid_date")]).default(null);

/** As a box posts it: the earlier question and the answer, with a colon between them. */
const condition = z.string().transform((text, context) => {
  const [asked, answer] = text.split(":");
  const id = idOf("question").safeParse(asked);
  if (id.success && answer) return { questionId: id.data, answer };
  context.addIssue({ code: "custom", message: "earlier_question" });
  return z.NEVER;
});

const typedQuestion = z.object({
  eventId: idOf("event"),
  questionId: idOf("question").optional(),
  kind: z.enum(questionKinds, "required"),
  labelDe: typedLine(600),
  labelEn: typedLine(600),
  helpDe: typedLine(400),
  helpEn: typedLine(400),
  purposeDe: typedLine(200),
  purposeEn: typedLine(200),
  required: ticked,
  sensitive: ticked,
  optionsDe: typedLines,
  optionsEn: typedLines,
  min: size,
  max: size,
  from: day,
  to: day,
  showIf: z
    .union([z.array(condition), condition.transform((one) => [one])])
    .transform(onceEach)
    .default([]),
});
type TypedQuestion = z.output<typeof typedQuestion>;

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

const LONGEST: Partial<Record<QuestionKind, number>> = { text: LONGEST_LINE, long: LONGEST_TEXT };
/** Of these the limits are a number of letters or boxes: below one of them nobody could answer. */
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
function questionProblems(typed: TypedQuestion): Record<string, string | false> {
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

/** A question as the builder posts it; without its id, a new one. */
export const saveQuestionInput = typedQuestion.superRefine((typed, context) => {
  for (const [field, message] of Object.entries(questionProblems(typed)))
    if (message) context.addIssue({ code: "custom", message, path: [field] });
});

/** What was typed as a definition: limits that mean nothing for its kind are left out. */
export function definitionOf(
  typed: TypedQuestion,
  { before, fresh }: { before: Definition | undefined; fresh: () => string },
): Definition {
  const { kind, required, sensitive, showIf, optionsDe, optionsEn, min, max, from, to } = typed;
  const longer = optionsDe.length > 0 ? optionsDe : optionsEn;
  const lines = longer.map((_, index) => ({ de: optionsDe[index] ?? "", en: optionsEn[index] ?? "" }));
  const isSized = kind === "number" || kind === "choices";
  return {
    kind,
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
    showIf,
  };
}

export const questionRef = z.object({ eventId: idOf("event"), questionId: idOf("question") });
export const moveQuestionInput = questionRef.extend({ direction: z.enum(["up", "down"]) });
export const copyFormInput = z.object({ eventId: idOf("event"), fromEventId: idOf("event") });
