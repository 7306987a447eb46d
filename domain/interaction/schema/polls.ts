import { z } from "zod";
import { csvFormats } from "@/lib/csv/formats";
import { defaultLocale, locales } from "@/lib/i18n/locales";
import { idOf } from "@/lib/ids";
import { calm, isSeen } from "../schema";

export const pollKinds = ["single", "several", "rating", "words"] as const;
export const pollKind = z.enum(pollKinds, "invalid");
export type PollKind = (typeof pollKinds)[number];

/** A rating goes from 1 to this. */
export const HIGHEST = 5;
const MOST_OPTIONS = 10;
/** Words or short answers that one person may give. */
export const MOST_WORDS = 3;
export const LONGEST_WORD = 40;
const LONGEST_QUESTION = 300;
const LONGEST_OPTION = 120;

/** What stands before an answer that is right. */
const RIGHT = /^\*\s*/;

/** One answer a line; a star before it says that it is right. */
const linesOf = (text: string) =>
  calm(text)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
const optionsIn = (text: string) => {
  const lines = linesOf(text);
  return {
    options: lines.map((line) => line.replace(RIGHT, "")),
    correct: lines.flatMap((line, place) => (RIGHT.test(line) ? [place] : [])),
  };
};

/** The lines that a poll was made of, to be changed in a form. */
export const linesOfPoll = ({
  options,
  correct,
}: {
  options: readonly string[];
  correct: readonly number[];
}) => options.map((option, place) => (correct.includes(place) ? `* ${option}` : option)).join("\n");

/** Why these answers cannot belong to such a question. */
function wrongIn(kind: PollKind, { options, correct }: ReturnType<typeof optionsIn>): string | undefined {
  if (options.some((option) => option.length > LONGEST_OPTION)) return "too_long";
  if (new Set(options).size < options.length) return "option_twice";
  if (kind === "words") return undefined;
  if (kind === "rating")
    return options.length === 0 || (options.length === 2 && correct.length === 0) ? undefined : "two_ends";
  if (options.length < 2) return "two_options";
  return options.length > MOST_OPTIONS ? "too_many" : undefined;
}

const eventId = idOf("event");
const pollId = idOf("poll");

/** Fields: eventId, pollId of a draft that is changed, kind, question, answers with one a line. */
export const savePollInput = z
  .object({
    eventId,
    pollId: pollId.optional(),
    kind: pollKind,
    question: z
      .string("required")
      .max(20_000, "too_long")
      .transform((text) => calm(text).replace(/\s+/g, " "))
      .pipe(z.string().max(LONGEST_QUESTION, "too_long").refine(isSeen, "required")),
    answers: z.string().max(20_000, "too_long").default("").transform(optionsIn),
  })
  .superRefine(({ kind, answers }, context) => {
    const message = wrongIn(kind, answers);
    if (message) context.addIssue({ code: "custom", path: ["answers"], message });
  })
  .transform(({ answers, ...said }) => ({
    ...said,
    // Whoever changes the kind of a draft leaves lines behind that mean nothing any more.
    ...(said.kind === "words" ? { options: [], correct: [] } : answers),
  }));

export const pollInput = z.object({ eventId, pollId });
/** Without a poll: whichever is open. */
export const closePollInput = z.object({ eventId, pollId: pollId.nullable() });
export const sharePollInput = pollInput.extend({ shared: z.boolean() });
export const hideWordInput = pollInput.extend({ word: z.string().min(1).max(200), hidden: z.boolean() });

const word = z
  .string()
  .max(2_000)
  .transform((text) => calm(text).replace(/\s+/g, " "))
  .pipe(z.string().max(LONGEST_WORD, "too_long"));

/** An answer: places of options, or the number of a rating; or words. */
export const castBallotInput = pollInput.extend({
  picks: z.array(z.int().min(0).max(100)).max(MOST_OPTIONS).default([]),
  words: z
    .array(word)
    .max(MOST_WORDS, "too_many")
    .transform((words) => words.filter(isSeen))
    .default([]),
});
export const exportPollsInput = z.object({
  eventId,
  format: z.enum(csvFormats),
  locale: z.enum(locales).catch(defaultLocale).default(defaultLocale),
});

/** A result as it is stored when a poll is closed. `counts` by place of the option, of a rating from 1 on. */
export const tally = z.object({
  people: z.int(),
  counts: z.array(z.int()),
  words: z.array(z.object({ key: z.string(), word: z.string(), count: z.int() })),
});
export type Tally = z.infer<typeof tally>;
