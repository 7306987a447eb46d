import { type Answer, type Answers, askedOf, type Given, type Question } from "@/domain/forms/rules";
import { answerSchema } from "@/domain/forms/schema";
import type { Id } from "@/lib/ids";

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

/** What has to be answered and is not: by whoever was put on the list by another, or since the form has changed. */
export function openQuestions(questions: readonly Question[], given: readonly Given[]): Question[] {
  const known = answersNow(questions, given);
  return askedOf(questions, known).filter(({ id, required }) => required && !known.has(id));
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
