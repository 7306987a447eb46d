import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { answers, registrations } from "@/db/schema/registration";
import { questionsOf } from "@/domain/forms/queries";
import { answersToDependOn, type Question, type Words } from "@/domain/forms/rules";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { type Id, idOf } from "@/lib/ids";

/** One answer that people can be chosen by: an option of a question, or that a consent was given. */
type GivenAnswer = { questionId: Id<"question">; answer: string };
/** With the words of both; for a consent there are none but the question's. */
export type AnswerChoice = GivenAnswer & { value: string; question: Words; option: Words | undefined };

const textOf = ({ questionId, answer }: GivenAnswer): string => `${questionId}:${answer}`;

/** As an address or a field says it; undefined for what says none. */
export function answerIn(text: string): GivenAnswer | undefined {
  const at = text.indexOf(":");
  const question = idOf("question").safeParse(text.slice(0, Math.max(at, 0)));
  return question.success ? { questionId: question.data, answer: text.slice(at + 1) } : undefined;
}

/** Who gave this answer to a question of their own event, whatever its wording was then; for queries of registrations. */
export const hasAnswered = ({ questionId, answer }: GivenAnswer): SQL =>
  sql`exists (select 1 from ${answers}
     where ${answers.registrationId} = ${registrations.id} and ${answers.eventId} = ${registrations.eventId}
       and ${answers.questionId} = ${questionId}
       and (${answers.value} -> 'is' @> to_jsonb(${answer}::text)
            or (${answer}::text = 'true' and ${answers.value} -> 'is' = 'true'::jsonb)))`;

const choicesOf = (question: Question): AnswerChoice[] =>
  answersToDependOn(question).map((answer) => ({
    questionId: question.id,
    answer,
    value: textOf({ questionId: question.id, answer }),
    question: question.label,
    option: question.options.find(({ id }) => id === answer),
  }));

/**
 * By which answers this viewer may choose people: whoever is chosen by an answer has told it. So none for who may not read
 * answers at all, and what was answered in confidence only for who may read that.
 */
export async function answersToChooseBy(
  viewer: Actor,
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<AnswerChoice[]> {
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "registration.read", scope)) return [];
  const mayReadAll = can(viewer, "answers.readSensitive", scope);
  const questions = await questionsOf(eventId, reader);
  return questions.filter(({ sensitive }) => mayReadAll || !sensitive).flatMap(choicesOf);
}

/** The one of those that a text means; undefined for every other, as if there were no such question. */
export async function findAnswerChoice(
  viewer: Actor,
  { eventId, text }: { eventId: Id<"event">; text: string },
  reader: Reader = db(),
): Promise<AnswerChoice | undefined> {
  if (!answerIn(text)) return undefined;
  return (await answersToChooseBy(viewer, eventId, reader)).find(({ value }) => value === text);
}
