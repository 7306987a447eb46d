import "server-only";
import { and, count, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { findWindow } from "../internal/bookings";
import { hindranceOf } from "../internal/free-times";
import type { TalkPartner } from "../internal/partners";
import { standbysAmong } from "../internal/standby";
import type { Span } from "../rules";
import { availabilityOf } from "./hindrances";
import { presentAmong } from "./meetings";
import { listTalkPartners } from "./partners";
import { mySideIn, sidesOf } from "./sides";

type EventId = Id<"event">;
type PersonId = Id<"person">;

/** The one place that says how well two people fit, for whoever may step in. */
const fitOf = ({ match }: TalkPartner): number => match.score;

const theirs = alias(meetingPeople, "theirs");

/** With whom this person has, or had, an agreed talk in the event. */
async function metBy(eventId: EventId, me: PersonId): Promise<ReadonlySet<PersonId>> {
  const rows = await db()
    .selectDistinct({ personId: theirs.personId })
    .from(meetingPeople)
    .innerJoin(meetings, eq(meetings.id, meetingPeople.meetingId))
    .innerJoin(theirs, eq(theirs.meetingId, meetings.id))
    .where(
      and(eq(meetings.eventId, eventId), eq(meetings.status, "accepted"), eq(meetingPeople.personId, me)),
    );
  return new Set(rows.map(({ personId }) => personId));
}

async function talksOf(eventId: EventId, personIds: readonly PersonId[]) {
  const rows = await db()
    .select({ personId: meetingPeople.personId, talks: count() })
    .from(meetingPeople)
    .innerJoin(meetings, eq(meetings.id, meetingPeople.meetingId))
    .where(
      and(
        eq(meetings.eventId, eventId),
        eq(meetingPeople.status, "accepted"),
        inArray(meetingPeople.personId, [...personIds]),
      ),
    )
    .groupBy(meetingPeople.personId);
  return new Map(rows.map(({ personId, talks }) => [personId, talks]));
}

type Asked = { eventId: EventId; personIds: readonly PersonId[]; now: Date };

/** Who of them is where: free for as long as a talk takes, in the room, taking part online. */
async function whereaboutsOf({ eventId, personIds, now }: Asked, slot: Span) {
  const [of, present, sides] = await Promise.all([
    availabilityOf(db(), { eventId, personIds, during: slot }),
    presentAmong(eventId, personIds, now),
    sidesOf(db(), eventId, personIds),
  ]);
  const online = new Set(
    sides.flatMap(({ personId, attendance }) => (attendance === "online" && personId ? [personId] : [])),
  );
  return (personId: PersonId) => ({
    isFree: hindranceOf(slot, of(personId)) === undefined,
    isPresent: present.has(personId),
    isOnline: online.has(personId),
  });
}

type Standby = {
  personId: PersonId;
  name: string;
  organisation: string;
  reasons: TalkPartner["match"]["reasons"];
  isPresent: boolean;
  /** The next time at which both are free; null when there is none. */
  startsAt: Date | null;
};

/**
 * Who could step in now that the viewer has time at this event: people who take talks, are free now, fit, and have no talk
 * with the viewer. Nobody for who takes no talks.
 */
export async function standbysFor(viewer: Actor, eventId: EventId, now = clockNow()): Promise<Standby[]> {
  const [me, window, partners] = await Promise.all([
    mySideIn(db(), viewer, eventId),
    findWindow(db(), eventId),
    listTalkPartners(viewer, eventId, now),
  ]);
  if (!me?.personId || !window || partners.length === 0) return [];
  const personIds = partners.map(({ personId }) => personId);
  const slot = { startsAt: now, endsAt: new Date(now.getTime() + window.slotMinutes * 60_000) };
  const [met, talks, whereabouts] = await Promise.all([
    metBy(eventId, me.personId),
    talksOf(eventId, personIds),
    whereaboutsOf({ eventId, personIds, now }, slot),
  ]);
  const candidates = partners.map((partner) => {
    const { personId } = partner;
    const held = { talks: talks.get(personId) ?? 0, hasMet: met.has(personId) };
    return { ...partner, ...held, ...whereabouts(personId), score: fitOf(partner) };
  });
  return standbysAmong(candidates).map(({ personId, name, organisation, match, isPresent, slots }) => ({
    ...{ personId, name, organisation, isPresent, reasons: match.reasons },
    startsAt: slots[0]?.startsAt ?? null,
  }));
}
