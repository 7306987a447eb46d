import "server-only";
import { and, eq, exists, gt, inArray, lt, ne, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Reader } from "@/db/client";
import { meetingPeople, meetingRequestSlots, meetingRequests, meetings } from "@/db/schema/matchmaking";
import { meetingPlans } from "@/db/schema/matchmaking-plans";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { isBanned } from "./sides";

/** What a mail about somebody's whole plan is about: it goes when anybody in it is erased. */
export const planMailOf = (registrationId: Id<"registration">): string => `plan ${registrationId}`;

export type Engagements = { meetings: Id<"meeting">[]; requests: Id<"request">[] };

/** Talks ahead and requests that wait of a registration without a seat, also of one that asks anew; nothing with a seat. */
export async function openEngagementsOf(
  registrationId: Id<"registration">,
  now = clockNow(),
): Promise<Engagements & { personId?: Id<"person"> }> {
  const [registration] = await db().select().from(registrations).where(eq(registrations.id, registrationId));
  if (!registration?.personId || registration.status === "confirmed") return { meetings: [], requests: [] };
  const { personId, eventId } = registration;
  const talks = await db()
    .select({ id: meetings.id })
    .from(meetings)
    .innerJoin(meetingPeople, eq(meetingPeople.meetingId, meetings.id))
    .where(
      and(
        eq(meetings.eventId, eventId),
        eq(meetings.status, "accepted"),
        gt(meetings.endsAt, now),
        eq(meetingPeople.personId, personId),
      ),
    );
  const asked = await db()
    .select({ id: meetingRequests.id })
    .from(meetingRequests)
    .where(
      and(
        eq(meetingRequests.eventId, eventId),
        inArray(meetingRequests.status, ["requested"]),
        or(eq(meetingRequests.fromPersonId, personId), eq(meetingRequests.toPersonId, personId)),
      ),
    );
  return { personId, meetings: talks.map(({ id }) => id), requests: asked.map(({ id }) => id) };
}

/** Who is in a talk of this event that is not over, or in this one alone, without a seat there any more, or banned from it. */
export const seatlessIn = (
  { eventId, meetingId }: { eventId: Id<"event">; meetingId?: Id<"meeting"> },
  now = clockNow(),
): Promise<{ meetingId: Id<"meeting">; personId: Id<"person"> }[]> =>
  db()
    .select({ meetingId: meetings.id, personId: meetingPeople.personId })
    .from(meetings)
    .innerJoin(meetingPeople, eq(meetingPeople.meetingId, meetings.id))
    .innerJoin(
      registrations,
      and(eq(registrations.eventId, meetings.eventId), eq(registrations.personId, meetingPeople.personId)),
    )
    .where(
      and(
        eq(meetings.eventId, eventId),
        meetingId && eq(meetings.id, meetingId),
        gt(meetings.endsAt, now),
        eq(meetingPeople.status, "accepted"),
        or(ne(registrations.status, "confirmed"), isBanned),
      ),
    )
    .orderBy(meetings.id, meetingPeople.personId);

const theirs = alias(meetingPeople, "theirs");

/** Mails that tell others of all their planned talks, this person's among them. */
async function plannedWith(personId: Id<"person">, reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ id: registrations.id })
    .from(meetingPeople)
    .innerJoin(meetingPlans, eq(meetingPlans.meetingId, meetingPeople.meetingId))
    .innerJoin(meetings, eq(meetings.id, meetingPeople.meetingId))
    .innerJoin(theirs, eq(theirs.meetingId, meetings.id))
    .innerJoin(
      registrations,
      and(eq(registrations.eventId, meetings.eventId), eq(registrations.personId, theirs.personId)),
    )
    .where(eq(meetingPeople.personId, personId));
  return rows.map(({ id }) => planMailOf(id));
}

/** The same of a person in all events, and the rounds of all talks there ever were. For commands, which have authorised. */
export async function engagementsOf(
  personId: Id<"person">,
  { now, reader }: { now: Date; reader: Reader },
): Promise<Engagements & { rounds: Id<"round">[]; all: string[] }> {
  const talks = await reader
    .select({ id: meetings.id, roundId: meetings.roundId, status: meetings.status, endsAt: meetings.endsAt })
    .from(meetings)
    .innerJoin(meetingPeople, eq(meetingPeople.meetingId, meetings.id))
    .where(eq(meetingPeople.personId, personId))
    .orderBy(meetings.id);
  const asked = await reader
    .select({ id: meetingRequests.id, status: meetingRequests.status })
    .from(meetingRequests)
    .where(or(eq(meetingRequests.fromPersonId, personId), eq(meetingRequests.toPersonId, personId)))
    .orderBy(meetingRequests.id);
  return {
    meetings: talks.flatMap(({ id, status, endsAt }) => (status === "accepted" && endsAt > now ? [id] : [])),
    requests: asked.flatMap(({ id, status }) => (status === "requested" ? [id] : [])),
    rounds: talks.flatMap(({ roundId }) => roundId ?? []),
    all: [
      ...talks.map(({ id }) => id),
      ...asked.map(({ id }) => id),
      ...(await plannedWith(personId, reader)),
    ],
  };
}

/**
 * Talks ahead and requests that wait of an event at whose times it does not take place, or not any more: all of them when
 * it is called off or put off. A request goes when any of its times does, because the asked person could still choose that one.
 */
export async function engagementsWithoutEvent(
  eventId: Id<"event">,
  now = clockNow(),
  reader: Reader = db(),
): Promise<Engagements> {
  const isOff = inArray(events.status, ["cancelled", "postponed"]);
  const talks = await reader
    .select({ id: meetings.id })
    .from(meetings)
    .innerJoin(events, eq(events.id, meetings.eventId))
    .where(
      and(
        eq(meetings.eventId, eventId),
        eq(meetings.status, "accepted"),
        gt(meetings.endsAt, now),
        or(isOff, lt(meetings.startsAt, events.startsAt), gt(meetings.endsAt, events.endsAt)),
      ),
    )
    .orderBy(meetings.startsAt, meetings.id);
  const offered = meetingRequestSlots;
  const outside = or(lt(offered.startsAt, events.startsAt), gt(offered.endsAt, events.endsAt));
  const hasOther = exists(
    reader
      .select({ id: offered.requestId })
      .from(offered)
      .where(and(eq(offered.requestId, meetingRequests.id), outside)),
  );
  const asked = await reader
    .select({ id: meetingRequests.id })
    .from(meetingRequests)
    .innerJoin(events, eq(events.id, meetingRequests.eventId))
    .where(
      and(eq(meetingRequests.eventId, eventId), eq(meetingRequests.status, "requested"), or(isOff, hasOther)),
    )
    .orderBy(meetingRequests.id);
  return { meetings: talks.map(({ id }) => id), requests: asked.map(({ id }) => id) };
}
