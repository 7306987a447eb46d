import "server-only";
import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { meetingPeople, meetingRequests, meetings } from "@/db/schema/matchmaking";
import { requestMessages } from "@/db/schema/matchmaking-availability";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { type EventScope, eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { slotsOfRequest } from "../internal/bookings";
import type { Span } from "../rules";

/** One of the people of a talk, with the address that mail goes to. Never shown to the others. */
export type Correspondent = {
  personId: Id<"person">;
  registrationId: Id<"registration">;
  name: string;
  organisation: string;
  email: string;
  locale: "de" | "en";
  timeZone: string;
};

/** These people as they are registered for the event. */
export async function correspondents(
  reader: Reader,
  eventId: Id<"event">,
  personIds: readonly Id<"person">[],
): Promise<Correspondent[]> {
  const rows = await reader
    .select({
      personId: registrations.personId,
      registrationId: registrations.id,
      name: registrations.name,
      organisation: registrations.organisation,
      email: registrations.email,
      locale: registrations.locale,
      timeZone: registrations.timeZone,
    })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), inArray(registrations.personId, [...personIds])));
  return rows.flatMap(({ personId, ...row }) => (personId ? [{ ...row, personId }] : []));
}

/** Somebody as they are registered for the event, also who left a talk. For jobs, which act as the system. */
export const findCorrespondent = async (
  eventId: Id<"event">,
  personId: Id<"person">,
  reader: Reader = db(),
): Promise<Correspondent | undefined> => (await correspondents(reader, eventId, [personId]))[0];

export type TalkCorrespondence = {
  meeting: typeof meetings.$inferSelect;
  event: EventScope;
  people: Correspondent[];
};

/** A talk with its people, for mails and calendar files. For jobs, which act as the system. */
export async function talkCorrespondence(
  meetingId: Id<"meeting">,
  reader: Reader = db(),
): Promise<TalkCorrespondence | undefined> {
  const [meeting] = await reader.select().from(meetings).where(eq(meetings.id, meetingId));
  const event = meeting && (await eventScope(reader, meeting.eventId));
  if (!meeting || !event) return undefined;
  const rows = await reader
    .select({ personId: meetingPeople.personId })
    .from(meetingPeople)
    .where(eq(meetingPeople.meetingId, meetingId));
  const ids = rows.map(({ personId }) => personId);
  return { meeting, event, people: await correspondents(reader, meeting.eventId, ids) };
}

/** One message about a request. For jobs, which act as the system. */
export async function findMessage(messageId: Id<"requestMessage">, reader: Reader = db()) {
  const [message] = await reader.select().from(requestMessages).where(eq(requestMessages.id, messageId));
  return message;
}

export type RequestCorrespondence = {
  request: typeof meetingRequests.$inferSelect;
  event: EventScope;
  from: Correspondent;
  to: Correspondent;
  slots: Span[];
};

/** A request with both sides and what it offers. For jobs, which act as the system. */
export async function requestCorrespondence(
  requestId: Id<"request">,
  reader: Reader = db(),
): Promise<RequestCorrespondence | undefined> {
  const [request] = await reader.select().from(meetingRequests).where(eq(meetingRequests.id, requestId));
  const event = request && (await eventScope(reader, request.eventId));
  if (!request || !event) return undefined;
  const ids = [request.fromPersonId, request.toPersonId];
  const people = await correspondents(reader, request.eventId, ids);
  const [from, to] = ids.map((id) => people.find(({ personId }) => personId === id));
  if (!from || !to) return undefined;
  return { request, event, from, to, slots: await slotsOfRequest(reader, requestId) };
}

export type TalkDay = { event: EventScope; me: Correspondent; talks: TalkCorrespondence[] };

/**
 * The agreed talks ahead of a registration's person on this day of the event's zone, earliest first. For jobs, which act as
 * the system.
 */
export async function talkDay(
  { registrationId, day, now }: { registrationId: Id<"registration">; day: string; now: Date },
  reader: Reader = db(),
): Promise<TalkDay | undefined> {
  const rows = await reader
    .select({ id: meetings.id })
    .from(meetings)
    .innerJoin(meetingPeople, eq(meetingPeople.meetingId, meetings.id))
    .innerJoin(events, eq(events.id, meetings.eventId))
    .innerJoin(
      registrations,
      and(eq(registrations.eventId, meetings.eventId), eq(registrations.personId, meetingPeople.personId)),
    )
    .where(
      and(
        eq(registrations.id, registrationId),
        eq(meetings.status, "accepted"),
        gt(meetings.startsAt, now),
        sql`to_char(${meetings.startsAt} at time zone ${events.timeZone}, 'YYYY-MM-DD') = ${day}`,
      ),
    )
    .orderBy(asc(meetings.startsAt));
  const found = await Promise.all(rows.map(({ id }) => talkCorrespondence(id, reader)));
  const talks = found.flatMap((talk) => talk ?? []);
  const me = talks[0]?.people.find((person) => person.registrationId === registrationId);
  return talks[0] && me && { event: talks[0].event, me, talks };
}
