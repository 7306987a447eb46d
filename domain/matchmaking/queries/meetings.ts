import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { type meetingPeople, meetings } from "@/db/schema/matchmaking";
import { talkNudges } from "@/db/schema/matchmaking-talks";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { appointmentsOf } from "../internal/appointments";
import type { Card } from "../internal/partners";
import { canSayOutcome, type MeetingPhase, meetingPhase, type Span } from "../rules";
import type { TalkBanner } from "../schema";
import { cardsOf, type EventCard } from "./cards";
import { presentAmong } from "./present";
import { personsOf } from "./sides";
import { talkRecord } from "./talk-records";

type PersonId = Id<"person">;
type EventId = Id<"event">;

export type MyMeeting = Span & {
  meetingId: Id<"meeting">;
  phase: MeetingPhase;
  /** The table on site, and whether both sit there; null for a talk that takes place online alone. */
  table: { number: number; isShared: boolean } | null;
  /** Which of the viewer's people this is about. */
  me: PersonId;
  partner: Card;
  /** Who else is in it, beside the partner: nobody in most talks. */
  others: Card[];
  event: EventCard;
  outcome: (typeof meetingPeople.$inferSelect)["outcome"];
  canSayOutcome: boolean;
};

type Appointment = Awaited<ReturnType<typeof appointmentsOf>>[number];

export async function meetingViews(
  reader: Reader,
  rows: readonly Appointment[],
  now: Date,
): Promise<MyMeeting[]> {
  const wanted = rows.map((row) => ({ eventId: row.meeting.eventId, personId: row.partnerId }));
  const cardOf = await cardsOf(reader, wanted);
  const talks = Map.groupBy(rows, ({ meeting, me }) => `${meeting.id} ${me.personId}`);
  return [...talks.values()].flatMap((group): MyMeeting[] => {
    const cards = group.flatMap(({ meeting, partnerId }) => cardOf(meeting.eventId, partnerId) ?? []);
    const [first, card] = [group[0], cards[0]];
    if (!first || !card) return [];
    const { meeting, me } = first;
    const { id: meetingId, startsAt, endsAt, tableNumber, place } = meeting;
    const phase = meetingPhase(meeting, now);
    const table = tableNumber === null ? null : { number: tableNumber, isShared: place === "table" };
    const others = cards.slice(1).map(({ partner }) => partner);
    const who = { me: me.personId, ...card, others };
    const outcome = { outcome: me.outcome, canSayOutcome: canSayOutcome(meeting, now) };
    return [{ meetingId, startsAt, endsAt, phase, table, ...who, ...outcome }];
  });
}

/** The viewer's agreed talks, cancelled ones included, earliest first, of one event or of all. */
export async function listMyMeetings(
  viewer: Actor,
  eventId?: EventId,
  now = clockNow(),
): Promise<MyMeeting[]> {
  const ids = await personsOf(db(), viewer);
  return meetingViews(db(), await appointmentsOf(db(), ids, { eventId }), now);
}

/** What a request of the viewer became: its talk, which may be cancelled since; undefined for anybody else's. */
export async function meetingOfRequest(
  viewer: Actor,
  requestId: Id<"request">,
  now = clockNow(),
): Promise<MyMeeting | undefined> {
  const ids = await personsOf(db(), viewer);
  const [meeting] = await meetingViews(db(), await appointmentsOf(db(), ids, { requestId }), now);
  return meeting;
}

/** One talk of the viewer; undefined for anybody else's. */
export async function findMyMeeting(
  viewer: Actor,
  meetingId: Id<"meeting">,
  now = clockNow(),
): Promise<MyMeeting | undefined> {
  const ids = await personsOf(db(), viewer);
  const [meeting] = await meetingViews(db(), await appointmentsOf(db(), ids, { meetingId }), now);
  return meeting;
}

/** Whether one of these people was told that somebody waits for them in the talk, and has not come since. */
async function isAwaited(meetingId: Id<"meeting">, personIds: readonly PersonId[]): Promise<boolean> {
  const told = await db()
    .select({ personId: talkNudges.personId })
    .from(talkNudges)
    .innerJoin(
      meetings,
      and(eq(meetings.id, talkNudges.meetingId), eq(meetings.startsAt, talkNudges.startsAt)),
    )
    .where(and(eq(talkNudges.meetingId, meetingId), inArray(talkNudges.personId, [...personIds])));
  if (told.length === 0) return false;
  const record = await talkRecord(meetingId);
  const missing = record?.sides.filter(({ joinedAt }) => joinedAt === null) ?? [];
  return missing.some(({ personId }) => told.some((one) => one.personId === personId));
}

/** The viewer's next talk for the banner on every page. Cheap: three small reads, none without talks. */
export async function talkBannerOf(viewer: Actor, eventId?: EventId, now = clockNow()): Promise<TalkBanner> {
  const ids = await personsOf(db(), viewer);
  const rows = await appointmentsOf(db(), ids, { eventId, endingAfter: now });
  const next = rows.filter(({ meeting }) => meeting.id === rows[0]?.meeting.id);
  const [meeting] = await meetingViews(db(), next, now);
  if (!meeting) return { next: null };
  const { meetingId, partner, others, event, phase } = meeting;
  const roomOpen = phase === "lobby" || phase === "live";
  return {
    next: {
      meetingId,
      eventSlug: event.slug,
      timeZone: event.timeZone,
      startsAt: meeting.startsAt.toISOString(),
      endsAt: meeting.endsAt.toISOString(),
      partnerName: [partner, ...others].map(({ name }) => name).join(", "),
      roomOpen,
      awaited: phase === "live" && (await isAwaited(meetingId, ids)),
      partnerPresent:
        roomOpen && (await presentAmong(event.id, [partner.personId], now)).has(partner.personId),
    },
  };
}
