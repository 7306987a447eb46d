import { z } from "zod";
import { bytesOf, endingsOf, uploadIn, uploadText } from "@/domain/forms/labels";
import {
  type Answer,
  agreedMark,
  type Definition,
  fieldOf,
  isAgreedMark,
  isAsked,
  isDay,
  LONGEST_LINE,
  LONGEST_TEXT,
  type Question,
  type QuestionKind,
  RATINGS,
} from "@/domain/forms/rules";
import { textOf, tidyLine, tidyLines } from "@/domain/forms/schema";
import { cleanText } from "@/domain/people/rules";
import type { Id } from "@/lib/ids";

/** A file that was chosen in a browser; the server never sees one here, because its door puts the kept one in its place. */
const isFile = (posted: unknown): posted is File => typeof File !== "undefined" && posted instanceof File;

const isBlank = (posted: unknown): boolean =>
  posted === undefined ||
  posted === null ||
  (typeof posted === "string" && cleanText(posted) === "") ||
  // A file field in which nothing was chosen.
  (isFile(posted) && posted.name === "" && posted.size === 0) ||
  (Array.isArray(posted) && posted.every(isBlank));

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

/** What is wrong with a chosen file, as far as a browser can tell: what is in it, the server looks at. */
function fileProblem(file: File, { files }: Definition): string | undefined {
  if (file.size === 0) return "file_blank";
  if (file.size > bytesOf(files)) return "file_over_limit";
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? "";
  const isTaken = endingsOf(files.kinds).includes(ending === "jpeg" ? "jpg" : ending);
  return isTaken ? undefined : "file_other_kind";
}

/** Files by their ids, as the door or an earlier page has kept them; or as somebody has just chosen them. */
const filesAnswer = (question: Definition) =>
  z.unknown().transform((posted, context): string[] => {
    const most = question.limits.max ?? 1;
    const posts = (Array.isArray(posted) ? posted : [posted]).filter((one) => !isBlank(one));
    const chosen = posts.filter(isFile);
    // Where one is asked for, another takes its place.
    const all = most === 1 && chosen.length === 1 ? chosen : posts;
    const texts = all.map((one) => {
      const upload = uploadIn(one);
      if (upload) return uploadText(upload);
      const message = isFile(one) ? fileProblem(one, question) : "file_gone";
      if (message) context.addIssue({ code: "custom", message });
      return isFile(one) ? one.name : "";
    });
    const kept = [...new Set(texts)];
    if (kept.length > most) context.addIssue({ code: "custom", message: "too_many_files" });
    return kept;
  });

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
  file: filesAnswer,
  consent: (question) =>
    z.unknown().transform((posted, context) => {
      if (posted === agreedMark(question) || posted === true || posted === "on" || posted === "true")
        return true;
      const message = isAgreedMark(posted) ? "consent_changed" : "consent_needed";
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    }),
};

/** Said of what has to be answered and was not, where it is no field to fill in. */
const missing: Partial<Record<QuestionKind, string>> = { consent: "consent_needed", file: "file_needed" };

/** One answer, as a form or a program posts it; undefined when a question that may be left empty was. */
export const answerSchema = (question: Definition): z.ZodType<Answer | undefined> =>
  z.unknown().transform((posted, context): Answer | undefined => {
    if (isBlank(posted)) {
      if (question.required)
        context.addIssue({ code: "custom", message: missing[question.kind] ?? "required" });
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
