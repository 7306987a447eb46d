import "server-only";
import { and, asc, eq, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { checkIns } from "@/db/schema/attendance";
import { formQuestions } from "@/db/schema/forms";
import { events } from "@/db/schema/programme";
import { answers, invitations, registrations } from "@/db/schema/registration";
import { admissions } from "@/db/schema/rooms";
import { isKeptNoLonger } from "@/domain/programme/queries/forgettable";
import type { Id } from "@/lib/ids";

/**
 * Only of events that are over for long enough, and only when neither rooms nor door hold anything more of whoever came
 * by it: otherwise a presence that nobody has summed up yet would go along.
 */
const isForgettable = (now: Date) =>
  and(
    or(
      isKeptNoLonger("registrations", now),
      and(
        isNull(registrations.provenAt),
        isKeptNoLonger("unproven", now),
        // Somebody may still come to one that runs on over its planned end.
        ne(events.status, "live"),
      ),
    ),
    sql`not exists (select 1 from ${admissions} where ${admissions.registrationId} = ${registrations.id})`,
    sql`not exists (select 1 from ${checkIns} where ${checkIns.registrationId} = ${registrations.id})`,
  );

/** The event that ended first of those with registrations to forget. */
export async function eventToForget(reader: Reader, now: Date): Promise<Id<"event"> | undefined> {
  const [row] = await reader
    .select({ eventId: registrations.eventId })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(isForgettable(now))
    .orderBy(asc(events.endsAt))
    .limit(1);
  return row?.eventId;
}

/** Its registrations that are to go, held together with the event: nobody can move it into the future meanwhile. */
export const lockForgettable = (
  reader: Reader,
  { eventId, now, limit }: { eventId: Id<"event">; now: Date; limit: number },
) =>
  reader
    .select({ id: registrations.id, status: registrations.status, attendance: registrations.attendance })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(and(eq(registrations.eventId, eventId), isForgettable(now)))
    .limit(limit)
    .for("share");

const confidential = {
  registrationId: answers.registrationId,
  questionId: answers.questionId,
  eventId: formQuestions.eventId,
};
export type ConfidentialAnswer = {
  registrationId: Id<"registration">;
  questionId: Id<"question">;
  eventId: Id<"event">;
};

/** What was answered in confidence in these registrations. */
export async function confidentialAnswersOf(
  reader: Reader,
  ids: readonly Id<"registration">[],
): Promise<ConfidentialAnswer[]> {
  if (ids.length === 0) return [];
  return reader
    .select(confidential)
    .from(answers)
    .innerJoin(formQuestions, eq(formQuestions.id, answers.questionId))
    .where(and(inArray(answers.registrationId, [...ids]), eq(formQuestions.sensitive, true)));
}

/**
 * Answers given in confidence about events that are over for long enough, or by who does not come, held together with
 * their event and registration. Who is off the list has none any more since they were taken off it; this finds those
 * before.
 */
export const lockForgettableAnswers = (reader: Reader, { now, limit }: { now: Date; limit: number }) =>
  reader
    .select(confidential)
    .from(answers)
    .innerJoin(formQuestions, eq(formQuestions.id, answers.questionId))
    .innerJoin(events, eq(events.id, formQuestions.eventId))
    .innerJoin(registrations, eq(registrations.id, answers.registrationId))
    .where(
      and(
        eq(formQuestions.sensitive, true),
        or(isKeptNoLonger("sensitive", now), inArray(registrations.status, ["cancelled", "declined"])),
      ),
    )
    .limit(limit)
    .for("share");

/** Invitations that hold an address for longer than its event needs it. */
export async function forgettableInvitations(
  reader: Reader,
  { now, limit }: { now: Date; limit: number },
): Promise<Id<"invitation">[]> {
  const isOver = or(
    isKeptNoLonger("registrations", now),
    and(eq(invitations.uses, 0), isKeptNoLonger("unproven", now)),
  );
  const rows = await reader
    .select({ id: invitations.id })
    .from(invitations)
    .innerJoin(events, eq(events.id, invitations.eventId))
    .where(and(isNotNull(invitations.email), isOver))
    .limit(limit);
  return rows.map(({ id }) => id);
}
