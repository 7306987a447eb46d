import { and, asc, eq, gt, inArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import { meetingPeople, meetingRequests, meetings } from "@/db/schema/matchmaking";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import type { Id } from "@/lib/ids";
import { availabilityOf } from "../queries/hindrances";
import type { Span } from "../rules";
import { slotsOfRequest } from "./bookings";
import { hindranceOf } from "./free-times";

type PersonId = Id<"person">;
type Filter = { eventId?: Id<"event"> | undefined };

export type RequestWithSlots = {
  request: typeof meetingRequests.$inferSelect;
  /** `free` is false where the slot has begun, or one of the two has another talk or is not available then. */
  slots: (Span & { free: boolean })[];
};

type Offered = { request: RequestWithSlots["request"]; slots: readonly Span[]; now: Date };

/** Whether both can talk then; answered requests are not looked at any more. */
async function freeAmong(reader: Reader, { request, slots, now }: Offered): Promise<(slot: Span) => boolean> {
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last || request.status !== "requested") return () => false;
  const personIds = [request.fromPersonId, request.toPersonId];
  const during = { startsAt: first.startsAt, endsAt: last.endsAt };
  const of = await availabilityOf(reader, { eventId: request.eventId, personIds, during });
  return (slot) => slot.startsAt > now && personIds.every((id) => hindranceOf(slot, of(id)) === undefined);
}

/** Requests to or from any of these people, oldest first. */
export async function requestsOf(
  reader: Reader,
  personIds: readonly PersonId[],
  filter: Filter & { requestId?: Id<"request">; now: Date },
): Promise<RequestWithSlots[]> {
  if (personIds.length === 0) return [];
  const ids = [...personIds];
  const rows = await reader
    .select()
    .from(meetingRequests)
    .where(
      and(
        or(inArray(meetingRequests.fromPersonId, ids), inArray(meetingRequests.toPersonId, ids)),
        filter.eventId && eq(meetingRequests.eventId, filter.eventId),
        filter.requestId && eq(meetingRequests.id, filter.requestId),
      ),
    )
    .orderBy(asc(meetingRequests.createdAt), asc(meetingRequests.id));
  return Promise.all(
    rows.map(async (request) => {
      const slots = await slotsOfRequest(reader, request.id);
      const isFree = await freeAmong(reader, { request, slots, now: filter.now });
      return { request, slots: slots.map((slot) => ({ ...slot, free: isFree(slot) })) };
    }),
  );
}

const partner = alias(meetingPeople, "partner");

/** Whether the other one came by invitation: the two sides of a talk see each other first. */
const isGuest = sql`exists (select 1 from ${talkInvitations}
  where ${talkInvitations.meetingId} = ${partner.meetingId} and ${talkInvitations.personId} = ${partner.personId}
    and ${talkInvitations.status} = 'accepted')`;

/**
 * Talks of any of these people with each of the others in it, earliest first and its two sides before who came by invitation;
 * `endingAfter` leaves out what is over.
 */
export async function appointmentsOf(
  reader: Reader,
  personIds: readonly PersonId[],
  filter: Filter & { meetingId?: Id<"meeting">; requestId?: Id<"request">; endingAfter?: Date },
) {
  if (personIds.length === 0) return [];
  const rows = await reader
    .select({ meeting: meetings, me: meetingPeople, partnerId: partner.personId })
    .from(meetingPeople)
    .innerJoin(meetings, eq(meetings.id, meetingPeople.meetingId))
    .innerJoin(
      partner,
      and(eq(partner.meetingId, meetings.id), sql`${partner.personId} <> ${meetingPeople.personId}`),
    )
    .where(
      and(
        inArray(meetingPeople.personId, [...personIds]),
        filter.eventId && eq(meetings.eventId, filter.eventId),
        filter.meetingId && eq(meetings.id, filter.meetingId),
        filter.requestId && eq(meetings.requestId, filter.requestId),
        filter.endingAfter && and(gt(meetings.endsAt, filter.endingAfter), eq(meetings.status, "accepted")),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id), isGuest, asc(partner.personId));
  return rows;
}
