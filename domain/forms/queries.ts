import "server-only";
import { and, asc, count, eq, inArray, isNull, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { formQuestions, questionWordings } from "@/db/schema/forms";
import { answers } from "@/db/schema/registration";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { plannedFrom } from "./internal/planned-form";
import type { Definition, Question } from "./rules";
import { definition, type PlannedQuestion } from "./schema";

type Row = typeof formQuestions.$inferSelect;

/** What registering asks, then what follows it: no condition of the first can point at the second. */
export const inFormOrder = [
  sql`coalesce(${formQuestions.definition} ->> 'stage', '') = 'followUp'`,
  asc(formQuestions.position),
  asc(formQuestions.id),
] as const;

const questionOf = (row: Row): Question => ({
  ...definition.parse(row.definition),
  id: row.id,
  version: row.version,
});

/** What the form of an event asks, in order. It says no more than the event's page, which the caller may show. */
export async function questionsOf(eventId: Id<"event">, reader: Reader = db()): Promise<Question[]> {
  const asked = reader
    .select()
    .from(formQuestions)
    .where(and(eq(formQuestions.eventId, eventId), isNull(formQuestions.archivedAt)))
    .orderBy(...inFormOrder);
  // Sent at once: a command reads it right behind its locks without waiting for them.
  return (await asked.execute()).map(questionOf);
}

type Starting = { id: Id<"event">; startsAt: Date; timeZone: string };

/** What can be asked again of each of these events; one without questions is absent. One query however many they are. */
export async function plannedFormsOf(
  events: readonly Starting[],
  reader: Reader,
): Promise<Map<Id<"event">, PlannedQuestion[]>> {
  const ids = events.map(({ id }) => id);
  const rows = await reader
    .select()
    .from(formQuestions)
    .where(and(inArray(formQuestions.eventId, ids), isNull(formQuestions.archivedAt)))
    .orderBy(...inFormOrder);
  const byEvent = Map.groupBy(rows, ({ eventId }) => eventId);
  return new Map(
    events.flatMap((event) => {
      const own = byEvent.get(event.id);
      return own ? [[event.id, plannedFrom(own.map(questionOf), event)]] : [];
    }),
  );
}

/** How many questions of each event's form have to be answered by everybody who registers; one without any is absent. */
export async function requiredCounts(
  eventIds: readonly Id<"event">[],
  reader: Reader = db(),
): Promise<Map<Id<"event">, number>> {
  if (eventIds.length === 0) return new Map();
  const rows = await reader
    .select()
    .from(formQuestions)
    .where(and(inArray(formQuestions.eventId, [...eventIds]), isNull(formQuestions.archivedAt)));
  const asked = rows.filter((row) => {
    const { required, stage, showIf } = questionOf(row);
    return required && stage === "registration" && showIf.length === 0;
  });
  return new Map([...Map.groupBy(asked, ({ eventId }) => eventId)].map(([id, own]) => [id, own.length]));
}

/** How many have answered each of these questions; one that nobody has is absent. */
export async function answerCounts(
  questionIds: readonly Id<"question">[],
  reader: Reader,
): Promise<Map<Id<"question">, number>> {
  if (questionIds.length === 0) return new Map();
  const rows = await reader
    .select({ questionId: answers.questionId, given: count() })
    .from(answers)
    .where(inArray(answers.questionId, [...questionIds]))
    .groupBy(answers.questionId);
  return new Map(rows.map(({ questionId, given }) => [questionId, given]));
}

export type DeskQuestion = Question & { answers: number; isArchived: boolean };

/** The form as its builder sees it, with what was taken off it after it was answered; undefined for others. */
export async function formForDesk(
  viewer: Actor,
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<DeskQuestion[] | undefined> {
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "form.edit", scope)) return undefined;
  const rows = await reader
    .select()
    .from(formQuestions)
    .where(eq(formQuestions.eventId, eventId))
    .orderBy(...inFormOrder);
  const given = await answerCounts(
    rows.map(({ id }) => id),
    reader,
  );
  return rows.map((row) => ({
    ...questionOf(row),
    answers: given.get(row.id) ?? 0,
    isArchived: row.archivedAt !== null,
  }));
}

/** Finds the wording that an answer was given to. */
export type Wordings = (questionId: Id<"question">, version: number) => Definition | undefined;

/** Every wording of these questions that there ever was an answer to. */
export async function wordingsOf(questionIds: readonly Id<"question">[], reader: Reader): Promise<Wordings> {
  const ids = [...new Set(questionIds)];
  if (ids.length === 0) return () => undefined;
  const { id: questionId, version, definition: asked } = formQuestions;
  const [now, before] = await Promise.all([
    reader.select({ questionId, version, asked }).from(formQuestions).where(inArray(questionId, ids)),
    reader
      .select({
        questionId: questionWordings.questionId,
        version: questionWordings.version,
        asked: questionWordings.definition,
      })
      .from(questionWordings)
      .where(inArray(questionWordings.questionId, ids)),
  ]);
  const known = new Map(
    [...before, ...now].map((row) => [`${row.questionId} ${row.version}`, definition.parse(row.asked)]),
  );
  return (id, number) => known.get(`${id} ${number}`);
}
