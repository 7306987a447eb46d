import { type Given, openQuestions, questionsFor } from "@/domain/answers/rules";
import "server-only";
import { and, eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { formQuestions } from "@/db/schema/forms";
import { events } from "@/db/schema/programme";
import { answers, registrations } from "@/db/schema/registration";
import { inFormOrder, questionsOf, type Wordings, wordingsOf } from "@/domain/forms/queries";
import { storedAnswer } from "@/domain/forms/schema";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";

type Row = { questionId: Id<"question">; version: number; value: unknown };

function givenOf({ questionId, version, value }: Row, wordings: Wordings): Given {
  const asked = wordings(questionId, version);
  if (!asked) throw new Error("an answer without the wording it was given to");
  return { questionId, version, asked, value: storedAnswer.parse(value) };
}

const columns = {
  registrationId: answers.registrationId,
  questionId: answers.questionId,
  version: answers.version,
  value: answers.value,
  sensitive: formQuestions.sensitive,
};

/** Everything that was answered in one registration, in the order of the form. For commands, which have authorised. */
export async function givenBy(registrationId: Id<"registration">, reader: Reader): Promise<Given[]> {
  const rows = await reader
    .select(columns)
    .from(answers)
    .innerJoin(formQuestions, eq(formQuestions.id, answers.questionId))
    .where(eq(answers.registrationId, registrationId))
    .orderBy(...inFormOrder);
  const wordings = await wordingsOf(
    rows.map((row) => row.questionId),
    reader,
  );
  return rows.map((row) => givenOf(row, wordings));
}

/** Whether somebody has yet to answer what has to be answered. For subscribers of facts, which act as the system. */
export async function hasOpenQuestions(
  { id, eventId, status }: Pick<typeof registrations.$inferSelect, "id" | "eventId" | "status">,
  reader: Reader = db(),
): Promise<boolean> {
  const questions = questionsFor(await questionsOf(eventId, reader), { hasPlace: status === "confirmed" });
  if (!questions.some(({ required, stage }) => required || stage === "followUp")) return false;
  return openQuestions(questions, await givenBy(id, reader)).length > 0;
}

/** What a viewer may read of the answers, and how many more there are that only the office reads. */
export type ReadableAnswers = { given: Given[]; withheld: number };

/**
 * The answers of one registration for its holder and the hosts of its event; sensitive ones for the holder and the office
 * alone. None for others.
 */
export async function answersOf(
  viewer: Actor,
  registrationId: Id<"registration">,
  reader: Reader = db(),
): Promise<ReadableAnswers> {
  const [row] = await reader
    .select({ personId: registrations.personId, eventId: events.id, networkId: events.networkId })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(eq(registrations.id, registrationId));
  const scope = row && { ...row, registrationId, ownerIds: row.personId ? [row.personId] : [] };
  if (!scope || !can(viewer, "registration.read", scope)) return { given: [], withheld: 0 };
  const all = await givenBy(registrationId, reader);
  const isTrusted = can(viewer, "registration.update", scope) || can(viewer, "answers.readSensitive", scope);
  if (isTrusted) return { given: all, withheld: 0 };
  const sensitive = await reader
    .select({ questionId: answers.questionId })
    .from(answers)
    .innerJoin(formQuestions, eq(formQuestions.id, answers.questionId))
    .where(and(eq(answers.registrationId, registrationId), eq(formQuestions.sensitive, true)));
  const restricted = new Set(sensitive.map(({ questionId }) => questionId));
  const given = all.filter(({ questionId }) => !restricted.has(questionId));
  return { given, withheld: all.length - given.length };
}

/** Answers of everybody at an event, by registration. */
export type AllAnswers = ReadonlyMap<Id<"registration">, Given[]>;

/**
 * Everything that was answered at an event, for whoever may take its list away; sensitive answers only where they are
 * asked for by somebody who may read them. Undefined for others.
 */
export async function listAnswersForExport(
  viewer: Actor,
  { eventId, sensitive }: { eventId: Id<"event">; sensitive: boolean },
  reader: Reader = db(),
): Promise<AllAnswers | undefined> {
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "registration.export", scope)) return undefined;
  const withSensitive = sensitive && can(viewer, "answers.readSensitive", scope);
  const rows = await reader
    .select(columns)
    .from(answers)
    .innerJoin(formQuestions, eq(formQuestions.id, answers.questionId))
    .where(
      and(eq(formQuestions.eventId, eventId), withSensitive ? undefined : eq(formQuestions.sensitive, false)),
    )
    .orderBy(...inFormOrder);
  const wordings = await wordingsOf(
    rows.map((row) => row.questionId),
    reader,
  );
  const all = new Map<Id<"registration">, Given[]>();
  for (const row of rows)
    all.set(row.registrationId, [...(all.get(row.registrationId) ?? []), givenOf(row, wordings)]);
  return all;
}
