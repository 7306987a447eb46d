import { z } from "zod";
import { calmMarks, cleanText } from "@/domain/people/rules";
import { ticked } from "@/domain/people/schema";
import { idOf } from "@/lib/ids";
import { dayAfter } from "@/lib/time/days";
import { fileGroups, MOST_MEGABYTES, stages } from "./labels";
import {
  type Answer,
  canAnswer,
  type Definition,
  isDay,
  MOST_OPTIONS,
  MOST_QUESTIONS,
  noFileLimits,
  onceEach,
  questionKinds,
  questionProblems,
  type TypedQuestion,
} from "./rules";

const words = z.object({ de: z.string(), en: z.string() });

/** A definition as it is stored. */
export const definition: z.ZodType<Definition> = z.object({
  kind: z.enum(questionKinds),
  stage: z.enum(stages).default("registration"),
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
  files: z
    .object({ kinds: z.array(z.enum(fileGroups)), megabytes: z.number().nullable() })
    .default(noFileLimits),
  showIf: z.array(z.object({ questionId: idOf("question"), answer: z.string() })),
});

/** An answer as it is stored: in an object, because the driver reads a bare text such as "007" as JSON once more. */
export const storedAnswer: z.ZodType<Answer> = z
  .object({ is: z.union([z.string(), z.number(), z.literal(true), z.array(z.string())]) })
  .transform(({ is }) => is);
export const toStored = (answer: Answer) => ({ is: answer });

export const tidyLine = (text: string) => calmMarks(cleanText(text));
export const tidyLines = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map(tidyLine)
    .join("\n")
    .trim();

/** Ends with the first problem: what is too long stays as it was posted, and whatever comes after it would take that for its own. */
const upTo = (longest: number) => z.string("required").max(longest, { error: "too_long", abort: true });
/** A text that somebody typed, tidied before it is measured. */
export const textOf = (tidied: (text: string) => string, longest: number) =>
  upTo(20_000).transform(tidied).pipe(upTo(longest));

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

const fileGroup = z.enum(fileGroups, "invalid");

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
  stage: z.enum(stages, "invalid").default("registration"),
  labelDe: typedLine(600),
  labelEn: typedLine(600),
  helpDe: typedLine(400),
  helpEn: typedLine(400),
  purposeDe: typedLine(200),
  purposeEn: typedLine(200),
  required: ticked.default(false),
  sensitive: ticked.default(false),
  optionsDe: typedLines,
  optionsEn: typedLines,
  min: size,
  max: size,
  from: day,
  to: day,
  fileKinds: z
    .union([z.array(fileGroup), fileGroup.transform((one) => [one])])
    .transform((kinds) => fileGroups.filter((kind) => kinds.includes(kind)))
    .default([]),
  megabytes: z
    .union([empty, whole.min(1, "too_small").max(MOST_MEGABYTES, "too_large")], "whole_number")
    .default(null),
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

/** A file in the store that somebody brings to a question of an event's form. */
export const keepUploadInput = z.object({
  eventId: idOf("event"),
  questionId: idOf("question"),
  /** The address of the internet that it comes from; of whom we know, nobody looks at it. */
  address: z.string().max(100).default(""),
  file: z.object({
    fileId: idOf("file"),
    fileType: z.string().min(1).max(200),
    fileName: z.string().min(1).max(120),
    fileBytes: z.int().min(1),
  }),
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
  stage: z.enum(stages, "invalid").default("registration"),
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
  /** What a file may be, and how large. */
  files: z.array(fileGroup, "invalid").max(fileGroups.length, "too_many").default([]),
  megabytes: z
    .number("whole_number")
    .int("whole_number")
    .min(1, "too_small")
    .max(MOST_MEGABYTES, "too_large")
    .nullable()
    .default(null),
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
  { label, help, purpose, options, from, to, files, ...planned }: PlannedQuestion,
  { firstDay, showIf }: { firstDay: string; showIf: TypedQuestion["showIf"] },
): TypedQuestion {
  return {
    ...planned,
    ...{ showIf, fileKinds: files },
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
      const isLater = earlier?.stage === "followUp" && question.stage === "registration";
      return !earlier || isLater || !canAnswer(earlier, answer);
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
