import { z } from "zod";
import { calmMarks, cleanText } from "@/domain/people/rules";
import { type Id, idOf } from "@/lib/ids";
import { dayAfter } from "@/lib/time/days";
import {
  type Answer,
  agreedMark,
  canAnswer,
  type Definition,
  fieldOf,
  isAgreedMark,
  isAsked,
  isDay,
  LONGEST_LINE,
  LONGEST_TEXT,
  MOST_OPTIONS,
  MOST_QUESTIONS,
  onceEach,
  type Question,
  type QuestionKind,
  questionKinds,
  questionProblems,
  RATINGS,
  type TypedQuestion,
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
  (posted ?? null) === null ||
  (typeof posted === "string" && cleanText(posted) === "") ||
  (Array.isArray(posted) && posted.every(isBlank));

/** Ends with the first problem: what comes after it would take a text that is too long for what it becomes. */
const upTo = (most: number) => z.string("required").max(most, { error: "too_long", abort: true });
const textOf = (tidy: (text: string) => string, to: number) => upTo(20_000).transform(tidy).pipe(upTo(to));

const within = ({ limits }: Definition, size: number, [least, most]: readonly [string, string]) => {
  if (limits.min !== null && size < limits.min) return least;
  return limits.max !== null && size > limits.max ? most : undefined;
};

/** Adds the problem that a value has. */
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

/** A question as the builder posts it; without its id, a new one. */
export const saveQuestionInput = typedQuestion.superRefine((typed, context) => {
  for (const [field, message] of Object.entries(questionProblems(typed)))
    if (message) context.addIssue({ code: "custom", message, path: [field] });
});

export const questionRef = z.object({ eventId: idOf("event"), questionId: idOf("question") });
export const moveQuestionInput = questionRef.extend({ direction: z.enum(["up", "down"]) });
/** Whatever lies further away limits nobody, and the calendar of texts ends at year 1. */
export const MOST_DAYS = 700_000;
/** Stands for the first day where only the order of days matters. */
const SOME_DAY = "2027-01-01";

/** In one language or in both. */
const plannedWords = (longest: number) =>
  z.object({ de: typedLine(longest), en: typedLine(longest) }, "invalid").prefault({});
const plannedNumber = (most: number, [less, more]: readonly [string, string]) =>
  z.number("whole_number").int("whole_number").min(-most, less).max(most, more).nullable().default(null);
const plannedSize = plannedNumber(1_000_000, ["too_small", "too_large"]);
/** Days after the first one of the event; before it with a minus. */
const plannedDay = plannedNumber(MOST_DAYS, ["too_early", "too_late"]);
const place = z.number("whole_number").int("whole_number").min(0, "earlier_question");

const plannedQuestion = z.object({
  kind: z.enum(questionKinds, "invalid"),
  label: plannedWords(600),
  help: plannedWords(400),
  purpose: plannedWords(200),
  required: z.boolean("invalid").default(false),
  sensitive: z.boolean("invalid").default(false),
  options: z.array(plannedWords(10_000), "invalid").max(MOST_OPTIONS, "too_many").default([]),
  min: plannedSize,
  max: plannedSize,
  from: plannedDay,
  to: plannedDay,
  /** An earlier question and one of its options, both counted from 0; or a consent and that it was given. */
  showIf: z
    .array(z.object({ question: place, answer: z.union([place, z.literal(true)], "earlier_question") }))
    .max(MOST_QUESTIONS * MOST_OPTIONS, "too_many")
    .default([]),
});
export type PlannedQuestion = z.output<typeof plannedQuestion>;

/** Fields of the builder as they are called in a planned question. */
const PLANNED = new Map([
  ["labelDe", "label"],
  ["purposeDe", "purpose"],
  ["optionsDe", "options"],
  ["optionsEn", "options"],
]);

/** A planned question as if somebody had typed it for an event that begins on a day. */
export function typedOf(
  { kind, required, sensitive, label, help, purpose, options, min, max, from, to }: PlannedQuestion,
  { firstDay, showIf }: { firstDay: string; showIf: TypedQuestion["showIf"] },
): TypedQuestion {
  return {
    ...{ kind, required, sensitive, showIf, min, max },
    ...{ labelDe: label.de, labelEn: label.en, helpDe: help.de, helpEn: help.en },
    ...{ purposeDe: purpose.de, purposeEn: purpose.en },
    optionsDe: options.map(({ de }) => de).filter(Boolean),
    optionsEn: options.map(({ en }) => en).filter(Boolean),
    from: from === null ? null : dayAfter(firstDay, from),
    to: to === null ? null : dayAfter(firstDay, to),
  };
}

/** Whether they hold together; asked only where each by itself is right. */
const heldTogether = z.custom<PlannedQuestion[]>().superRefine((form, context) => {
  for (const [index, question] of form.entries()) {
    const problems = questionProblems(typedOf(question, { firstDay: SOME_DAY, showIf: [] }));
    const isLost = question.showIf.some(({ question: at, answer }) => {
      const earlier = at < index ? form[at] : undefined;
      return !earlier || !canAnswer(earlier, answer);
    });
    for (const [field, message] of Object.entries({ ...problems, showIf: isLost && "earlier_question" }))
      if (message) context.addIssue({ code: "custom", message, path: [index, PLANNED.get(field) ?? field] });
  }
});

/** The questions of an event that is planned: without ids and without a day. */
export const plannedForm = z
  .array(plannedQuestion, "invalid")
  .max(MOST_QUESTIONS, "too_many")
  .pipe(heldTogether);

export const openFormInput = z.object({ eventId: idOf("event"), form: plannedForm });
export const copyFormInput = z.object({ eventId: idOf("event"), fromEventId: idOf("event") });
