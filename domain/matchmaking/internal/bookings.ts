import { and, count, eq, gt, inArray, isNull, or } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/client";
import {
  meetingPeople,
  meetingRequestSlots,
  meetingRequests,
  meetings,
  talkWindows,
} from "@/db/schema/matchmaking";
import { inTurns } from "@/domain/kernel/turns";
import type { Id } from "@/lib/ids";
import { availabilityOf } from "../queries/hindrances";
import { freeSlots, MAILED_COUNTS_MS, OFFERED_SLOTS, type Span, type TalkWindow } from "../rules";
import { type Availability, proposed } from "./free-times";

/** When talks can take place in the event; undefined when it has none. */
export async function findWindow(reader: Reader, eventId: Id<"event">): Promise<TalkWindow | undefined> {
  const [row] = await reader.select().from(talkWindows).where(eq(talkWindows.eventId, eventId));
  return row;
}

type Pair = { eventId: Id<"event">; personIds: readonly Id<"person">[]; now: Date };

/** The slots of the event's hours that lie far enough ahead, whoever is free then. */
export const slotsAhead = (window: TalkWindow, now: Date): Span[] =>
  freeSlots({ window, busy: [], now, most: Number.POSITIVE_INFINITY });

/** Three slots in which all of these people are free: those they like best, else the earliest. */
export async function commonSlots(reader: Reader, { eventId, personIds, now }: Pair): Promise<Span[]> {
  const window = await findWindow(reader, eventId);
  if (!window) return [];
  const of = await availabilityOf(reader, { eventId, personIds, during: window });
  return proposed(slotsAhead(window, now), personIds.map(of), OFFERED_SLOTS);
}

/** Where somebody is or does not want to talk; agreed talks are apart, because their slot can be taken meanwhile. */
export const awayTimes = ({ elsewhere, calendar, blocked }: Availability): Span[] => [
  ...elsewhere,
  ...calendar,
  ...blocked,
];

const between = (one: Id<"person">, other: Id<"person">) =>
  or(
    and(eq(meetingRequests.fromPersonId, one), eq(meetingRequests.toPersonId, other)),
    and(eq(meetingRequests.fromPersonId, other), eq(meetingRequests.toPersonId, one)),
  );

/** Requests of both directions that still wait, held until the transaction ends, lower id first. */
export const lockOpenBetween = (
  reader: Reader,
  eventId: Id<"event">,
  [one, other]: readonly [Id<"person">, Id<"person">],
) =>
  reader
    .select()
    .from(meetingRequests)
    .where(
      and(eq(meetingRequests.eventId, eventId), between(one, other), eq(meetingRequests.status, "requested")),
    )
    .orderBy(meetingRequests.id)
    .for("update");

/**
 * Holds the calendars of these people until the transaction ends, in one order for everybody. The exclusion constraint
 * alone keeps the promise, but each of two inserts that meet in it has written its row before it looks for others: they
 * wait for each other until Postgres ends one of them as a deadlock, a second later, and its command begins anew.
 */
export const lockCalendars = (tx: Transaction, personIds: readonly Id<"person">[]): Promise<void> =>
  inTurns(tx, "calendar", personIds);

const DAY_MS = 24 * 3_600_000;

type Asking = { eventId: Id<"event">; personId: Id<"person">; now: Date };

/** Requests that ended without an answer, and whose mail is so young that they still count. */
const mailedLately = (now: Date) =>
  and(
    eq(meetingRequests.status, "cancelled"),
    gt(meetingRequests.createdAt, new Date(now.getTime() - MAILED_COUNTS_MS)),
  );

/**
 * How many requests of this person count in the event: those that wait for an answer, and those of the last hour that they
 * took back. Else asking and taking back without end would write mails without end.
 */
export async function openRequestsOf(reader: Reader, { eventId, personId, now }: Asking): Promise<number> {
  const [row] = await reader
    .select({ open: count() })
    .from(meetingRequests)
    .where(
      and(
        eq(meetingRequests.eventId, eventId),
        eq(meetingRequests.fromPersonId, personId),
        // Other times instead of those that were asked for are an answer.
        isNull(meetingRequests.counterOf),
        or(
          and(eq(meetingRequests.status, "requested"), gt(meetingRequests.expiresAt, now)),
          mailedLately(now),
        ),
      ),
    );
  return row?.open ?? 0;
}

/** Whether this person asked the other within the hour, and took it back: a person is mailed about one wish once an hour. */
export async function hasAskedLately(
  reader: Reader,
  { eventId, personId, now, partner }: Asking & { partner: Id<"person"> },
): Promise<boolean> {
  const [row] = await reader
    .select({ id: meetingRequests.id })
    .from(meetingRequests)
    .where(
      and(
        eq(meetingRequests.eventId, eventId),
        eq(meetingRequests.fromPersonId, personId),
        eq(meetingRequests.toPersonId, partner),
        mailedLately(now),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/**
 * How often this person has asked the other within a day, whatever became of it. Other times instead of those that were
 * asked for are an answer and count for nobody.
 */
export const askedTodayOf = (
  reader: Reader,
  { eventId, personId, now, partner }: Asking & { partner: Id<"person"> },
): Promise<number> =>
  reader.$count(
    meetingRequests,
    and(
      eq(meetingRequests.eventId, eventId),
      eq(meetingRequests.fromPersonId, personId),
      eq(meetingRequests.toPersonId, partner),
      isNull(meetingRequests.counterOf),
      gt(meetingRequests.createdAt, new Date(now.getTime() - DAY_MS)),
    ),
  );

/** How many requests of others this person has answered in the event, with yes, no or other times. */
export async function answersOf(
  reader: Reader,
  { eventId, personId }: { eventId: Id<"event">; personId: Id<"person"> },
): Promise<number> {
  const [row] = await reader
    .select({ answered: count() })
    .from(meetingRequests)
    .where(
      and(
        eq(meetingRequests.eventId, eventId),
        eq(meetingRequests.toPersonId, personId),
        inArray(meetingRequests.status, ["accepted", "declined", "countered"]),
      ),
    );
  return row?.answered ?? 0;
}

/** True when the two have an agreed talk in this event that is not over. */
export async function haveMeeting(reader: Reader, { eventId, personIds, now }: Pair): Promise<boolean> {
  const rows = await reader
    .select({ id: meetings.id, people: count() })
    .from(meetings)
    .innerJoin(meetingPeople, eq(meetingPeople.meetingId, meetings.id))
    .where(
      and(
        eq(meetings.eventId, eventId),
        eq(meetings.status, "accepted"),
        gt(meetings.endsAt, now),
        inArray(meetingPeople.personId, [...personIds]),
      ),
    )
    .groupBy(meetings.id);
  return rows.some((row) => row.people >= personIds.length);
}

/** The slots a request offers, earliest first. */
export const slotsOfRequest = (reader: Reader, requestId: Id<"request">): Promise<Span[]> =>
  reader
    .select({ startsAt: meetingRequestSlots.startsAt, endsAt: meetingRequestSlots.endsAt })
    .from(meetingRequestSlots)
    .where(eq(meetingRequestSlots.requestId, requestId))
    .orderBy(meetingRequestSlots.startsAt);

/**
 * Ends what is left of an expired request of this direction, so that a new one can be made. Only called when no
 * request between the two is open any more.
 */
export async function closeExpired(
  tx: Transaction,
  { eventId, from, to }: { eventId: Id<"event">; from: Id<"person">; to: Id<"person"> },
): Promise<void> {
  await tx
    .update(meetingRequests)
    .set({ status: "cancelled" })
    .where(
      and(
        eq(meetingRequests.eventId, eventId),
        eq(meetingRequests.fromPersonId, from),
        eq(meetingRequests.toPersonId, to),
        eq(meetingRequests.status, "requested"),
      ),
    );
}
