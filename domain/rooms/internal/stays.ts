import type { Id } from "@/lib/ids";
import { isJoining, isLeaving } from "../rules";
import type { RoomWebhook } from "../schema";

type Place = { eventId: Id<"event">; roomId: Id<"room">; admissionId: Id<"admission"> };
type Participant = NonNullable<RoomWebhook["participant"]>;
type Told = { webhook: RoomWebhook; participant: Participant; place: Place & { lkName: string } };

/** One connection's time in a room, as far as the events told so far say. */
export type Stay = Place & { participantSid: string; joinedAt: Date | null; leftAt: Date | null };

/** Somebody who has just come into a room, with the rights the connection has there. */
export type Arrival = { eventId: Id<"event">; lkName: string; participant: Participant };

const timesOf = (...dates: (Date | null)[]) => dates.flatMap((date) => date?.getTime() ?? []);
const dateOf = (time: number) => (Number.isFinite(time) ? new Date(time) : null);
const earlier = (a: Date | null, b: Date | null) => dateOf(Math.min(...timesOf(a, b)));
const later = (a: Date | null, b: Date | null) => dateOf(Math.max(...timesOf(a, b)));

/** Several events of one connection as one row: a statement may touch a row only once. Sorted: one order of locks. */
function merged(stays: readonly Stay[]): Stay[] {
  const bySid = new Map<string, Stay>();
  for (const stay of stays) {
    const known = bySid.get(stay.participantSid) ?? stay;
    const joinedAt = earlier(known.joinedAt, stay.joinedAt);
    bySid.set(stay.participantSid, { ...known, joinedAt, leftAt: later(known.leftAt, stay.leftAt) });
  }
  return [...bySid.values()].sort((a, b) => (a.participantSid < b.participantSid ? -1 : 1));
}

function stayOf({ webhook, participant, place }: Told): Stay {
  const { lkName: _, ...where } = place;
  const told = new Date(webhook.createdAtMs);
  const joinedAt = participant.joinedAtMs > 0 ? new Date(participant.joinedAtMs) : null;
  const leaves = isLeaving(webhook.event);
  return {
    ...where,
    participantSid: participant.sid,
    joinedAt: joinedAt ?? (leaves ? null : told),
    leftAt: leaves ? told : null,
  };
}

/** What a number of webhooks says about presence, each connection once. */
export function joinsAndLeaves(told: readonly Told[]) {
  const joining = told.filter(({ webhook }) => isJoining(webhook.event));
  const leaving = told.filter(({ webhook }) => isLeaving(webhook.event));
  const arrivals = joining.map(({ participant, place: { eventId, lkName } }) => ({
    eventId,
    lkName,
    participant,
  }));
  return { joins: merged(joining.map(stayOf)), leaves: merged(leaving.map(stayOf)), arrivals };
}
