import "server-only";
import { and, count, eq, gt, inArray, lte } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { hindranceOf } from "../internal/free-times";
import type { TalkPartner } from "../internal/partners";
import { standbysAmong } from "../internal/standby";
import { candidatesFor } from "../internal/suggestions/candidates";
import { populationOf } from "../internal/suggestions/population";
import type { Span } from "../rules";
import { crowdFor } from "./crowd";
import { availabilityOf } from "./hindrances";
import { partnersOf, type Talks, talksOf } from "./partners";
import { presentAmong } from "./present";
import { relationsIn } from "./relations";
import { mySideTaking, sidesOf } from "./sides";

type EventId = Id<"event">;
type PersonId = Id<"person">;

/** Whoever fits the viewer, with how well, by the rule of suggestions; whether two are free is asked of this moment below. */
async function fitting(talks: Talks, me: PersonId, now: Date) {
  const crowd = await crowdFor(db(), talks, me);
  if (!crowd) return { mine: undefined, others: [] };
  const { index, people, takers } = crowd;
  const population = populationOf(people.map((seeker) => ({ ...seeker, free: [0] })));
  const apart = (await relationsIn(db(), { eventId: talks.eventId, me }, now)).get(me);
  const candidates = candidatesFor(population, index, (_, { id }) => apart?.has(id) ?? false);
  const others = candidates.flatMap(({ index: at, score }) => {
    const taker = takers.get(people[at]?.id ?? me);
    return taker ? [{ taker, personId: taker.card.personId, score }] : [];
  });
  return { mine: takers.get(me), others };
}

async function countedTalks(eventId: EventId, personIds: readonly PersonId[]) {
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

const viewers = alias(meetingPeople, "viewers");

/** Who was to be in a talk of the viewer's at this moment that was given up or called off, with the viewer; nobody where none was. */
async function freedFrom({ eventId, me, now }: { eventId: EventId; me: PersonId; now: Date }) {
  const rows = await db()
    .select({ personId: meetingPeople.personId })
    .from(meetings)
    .innerJoin(viewers, and(eq(viewers.meetingId, meetings.id), eq(viewers.personId, me)))
    .innerJoin(meetingPeople, eq(meetingPeople.meetingId, meetings.id))
    .where(
      and(
        eq(meetings.eventId, eventId),
        eq(meetings.status, "cancelled"),
        lte(meetings.startsAt, now),
        gt(meetings.endsAt, now),
      ),
    );
  return new Set(rows.map(({ personId }) => personId));
}

type Standby = TalkPartner & {
  isPresent: boolean;
  /** The next time at which both are free; null when there is none. */
  startsAt: Date | null;
};

/**
 * Who could step in now that the viewer has time at this event: people who take talks, are free now, fit, and have no talk
 * with the viewer. Nobody for who takes no talks, nor while no talk of the viewer's was freed: who is free and here right now is
 * told to whoever was left alone, and to nobody who merely asks. Whoever did not come steps in for nobody here.
 */
export async function standbysFor(viewer: Actor, eventId: EventId, now = clockNow()): Promise<Standby[]> {
  const [me, talks] = [await mySideTaking(db(), viewer, eventId), await talksOf(db(), eventId, now)];
  if (!me || !talks) return [];
  const freed = await freedFrom({ eventId, me, now });
  if (freed.size === 0) return [];
  const { mine, others: all } = await fitting(talks, me, now);
  const others = all.filter(({ personId }) => !freed.has(personId));
  if (!mine || others.length === 0) return [];
  const personIds = others.map(({ personId }) => personId);
  const slot = { startsAt: now, endsAt: new Date(now.getTime() + talks.window.slotMinutes * 60_000) };
  const [held, whereabouts] = await Promise.all([
    countedTalks(eventId, personIds),
    whereaboutsOf({ eventId, personIds, now }, slot),
  ]);
  const candidates = others.map(({ taker, personId, score }) => ({
    ...{ taker, personId, score, talks: held.get(personId) ?? 0 },
    ...whereabouts(personId),
  }));
  const best = standbysAmong(candidates);
  const partners = await partnersOf(db(), { talks, mine, others: best.map(({ taker }) => taker) });
  return partners.map((partner, at) => ({
    ...{ ...partner, isPresent: best[at]?.isPresent ?? false },
    startsAt: partner.slots[0]?.startsAt ?? null,
  }));
}
