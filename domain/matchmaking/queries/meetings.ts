import "server-only";
import { and, eq, gt, inArray, isNotNull } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import type { meetingPeople } from "@/db/schema/matchmaking";
import { admissions, placements } from "@/db/schema/rooms";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { appointmentsOf } from "../internal/appointments";
import type { Card } from "../internal/partners";
import { type MeetingPhase, meetingPhase, type Span } from "../rules";
import type { TalkBanner } from "../schema";
import { cardsOf, type EventCard } from "./cards";
import { reasonsWith } from "./listings";
import { personsOf } from "./sides";

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
};

type Appointment = Awaited<ReturnType<typeof appointmentsOf>>[number];

async function meetingViews(reader: Reader, rows: readonly Appointment[], now: Date): Promise<MyMeeting[]> {
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
    return [{ meetingId, startsAt, endsAt, phase, table, ...who, outcome: me.outcome }];
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

const SEEN_MS = 45_000;

/** Those of these people whose browser is in the event's room and was heard of within the last 45 s. */
async function presentAmong(
  eventId: EventId,
  personIds: readonly PersonId[],
  now: Date,
): Promise<ReadonlySet<PersonId>> {
  if (personIds.length === 0) return new Set();
  const rows = await db()
    .select({ personId: admissions.personId })
    .from(placements)
    .innerJoin(admissions, eq(admissions.id, placements.admissionId))
    .where(
      and(
        eq(admissions.eventId, eventId),
        inArray(admissions.personId, [...personIds]),
        isNotNull(placements.leaseId),
        gt(placements.lastSeenAt, new Date(now.getTime() - SEEN_MS)),
      ),
    );
  return new Set(rows.flatMap(({ personId }) => personId ?? []));
}

/** A talk that ended this recently is still asked about in the room. */
const RECENT_MS = 30 * 60_000;

/** The viewer's talks in one event for its room: with whom, whether they are there, why it fits, what came of it. */
export async function roomTalksOf(viewer: Actor, eventId: EventId, now = clockNow()) {
  const ids = await personsOf(db(), viewer);
  const endingAfter = new Date(now.getTime() - RECENT_MS);
  const talks = await meetingViews(db(), await appointmentsOf(db(), ids, { eventId, endingAfter }), now);
  const partners = [...new Set(talks.map(({ partner }) => partner.personId))];
  const [present, reasons] = await Promise.all([
    presentAmong(eventId, partners, now),
    reasonsWith(viewer, partners),
  ]);
  return {
    talks: talks.map(({ meetingId, startsAt, endsAt, partner, others, outcome }) => ({
      meetingId,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      partner: { ...partner, present: present.has(partner.personId) },
      others: others.map(({ name }) => name),
      reasons: reasons[partner.personId] ?? [],
      outcome,
    })),
  };
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
      partnerPresent:
        roomOpen && (await presentAmong(event.id, [partner.personId], now)).has(partner.personId),
    },
  };
}
