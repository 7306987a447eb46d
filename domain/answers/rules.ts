import { uploadsIn } from "@/domain/forms/labels";
import {
  type Answer,
  type Answers,
  askedOf,
  type Definition,
  isDay,
  type Question,
  wordsIn,
} from "@/domain/forms/rules";
import { intlTag, type Locale } from "@/lib/i18n/locales";
import type { Id } from "@/lib/ids";
import { answerSchema } from "./schema";

/** What somebody has answered, below the wording it was given to. */
export type Given = { questionId: Id<"question">; value: Answer; version: number; asked: Definition };

const dayIn = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(intlTag[locale], { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** An answer in words, below the wording that it was given to. `yes` is what a consent is called. */
export function answerText(
  asked: Pick<Definition, "kind" | "options">,
  answer: Answer,
  { locale, yes }: { locale: Locale; yes: string },
): string {
  const optionText = (id: string) => {
    const option = asked.options.find((one) => one.id === id);
    return option ? wordsIn(option, locale) : id;
  };
  if (answer === true) return yes;
  if (asked.kind === "file")
    return uploadsIn(answer)
      .map(({ name }) => name)
      .join("; ");
  if (Array.isArray(answer)) return answer.map(optionText).join("; ");
  if (asked.kind === "choice") return optionText(String(answer));
  if (asked.kind === "date" && isDay(String(answer))) return dayIn(String(answer), locale);
  return typeof answer === "number" ? answer.toLocaleString(intlTag[locale]) : answer;
}

/** A column of answers in a list: a question in one of its wordings. */
export type AnswerColumn = { questionId: Id<"question">; label: string };

/**
 * One column for each question, and one more for each other wording that somebody answered to: no answer stands below
 * words it was not given to. Questions that are no longer asked come last.
 */
export function answerColumns(
  questions: readonly Pick<Question, "id" | "label">[],
  given: readonly Given[],
  locale: Locale,
): AnswerColumn[] {
  const all = [
    ...questions.map(({ id, label }) => ({ questionId: id, label: wordsIn(label, locale) })),
    ...given.map(({ questionId, asked }) => ({ questionId, label: wordsIn(asked.label, locale) })),
  ];
  return [...new Map(all.map((column) => [JSON.stringify(column), column])).values()];
}

/** What a person answered to the question and wording of a column. */
export const givenIn = (
  { questionId, label }: AnswerColumn,
  given: readonly Given[],
  locale: Locale,
): Given | undefined =>
  given.find((one) => one.questionId === questionId && wordsIn(one.asked.label, locale) === label);

/** Whether an old answer answers the question as it stands now. A consent counts for the words that were agreed to. */
export function stillAnswers(question: Question, given: Given): boolean {
  if (given.version === question.version) return true;
  if (question.kind === "consent" || given.asked.kind !== question.kind) return false;
  return answerSchema(question).safeParse(given.value).success;
}

/** What a form shows as answered already. */
export function answersNow(questions: readonly Question[], given: readonly Given[]): Answers {
  const fitting = questions.flatMap((question) => {
    const one = given.find(({ questionId }) => questionId === question.id);
    return one && stillAnswers(question, one) ? [[question.id, one.value] as const] : [];
  });
  return new Map(fitting);
}

/** What somebody is asked: everybody what registering asks, and who has a place also what follows it. */
export const questionsFor = <One extends Pick<Question, "stage">>(
  questions: readonly One[],
  { hasPlace }: { hasPlace: boolean },
): One[] => questions.filter(({ stage }) => hasPlace || stage === "registration");

/**
 * What is still to be answered: what has to be, by whoever was put on the list by another, or since the form has changed;
 * and all that follows the registration, until its holder has answered some of it.
 */
export function openQuestions(questions: readonly Question[], given: readonly Given[]): Question[] {
  const known = answersNow(questions, given);
  const asked = askedOf(questions, known);
  const hasFollowed = asked.some(({ id, stage }) => stage === "followUp" && known.has(id));
  return asked.filter(
    ({ id, stage, required }) => !known.has(id) && (required || (stage === "followUp" && !hasFollowed)),
  );
}

/** What saving a form writes and takes away. */
type Saving = {
  put: { questionId: Id<"question">; version: number; value: Answer }[];
  drop: Id<"question">[];
};

/**
 * Only what somebody saw answered and then cleared is taken away. What the form no longer shows, because the question
 * was edited or put behind a condition, stays: no edit of a form loses an answer.
 */
export function savingOf(questions: readonly Question[], given: readonly Given[], answered: Answers): Saving {
  const before = answersNow(questions, given);
  const seen = askedOf(questions, before).map(({ id }) => id);
  const put = questions.flatMap(({ id, version }) => {
    const value = answered.get(id);
    const old = given.find(({ questionId }) => questionId === id);
    const isSame = old?.version === version && JSON.stringify(old.value) === JSON.stringify(value);
    return value === undefined || isSame ? [] : [{ questionId: id, version, value }];
  });
  return { put, drop: seen.filter((id) => before.has(id) && !answered.has(id)) };
}
