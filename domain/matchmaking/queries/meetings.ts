import "server-only";
import { and, eq } from "drizzle-orm";
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
import { personsOf } from "./sides";

type PersonId = Id<"person">;
type EventId = Id<"event">;

export type MyMeeting = Span & {
  meetingId: Id<"meeting">;
  phase: MeetingPhase;
  partner: Card;
  event: EventCard;
  outcome: (typeof meetingPeople.$inferSelect)["outcome"];
};

type Appointment = Awaited<ReturnType<typeof appointmentsOf>>[number];

async function meetingViews(reader: Reader, rows: readonly Appointment[], now: Date): Promise<MyMeeting[]> {
  const wanted = rows.map((row) => ({ eventId: row.meeting.eventId, personId: row.partnerId }));
  const cardOf = await cardsOf(reader, wanted);
  return rows.flatMap(({ meeting, me, partnerId }): MyMeeting[] => {
    const card = cardOf(meeting.eventId, partnerId);
    const { id: meetingId, startsAt, endsAt } = meeting;
    const phase = meetingPhase(meeting, now);
    return card ? [{ meetingId, startsAt, endsAt, phase, ...card, outcome: me.outcome }] : [];
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

/** Whether this person's browser has been heard of in the event's room within the last 45 s. */
async function isPresent(eventId: EventId, personId: PersonId, now: Date): Promise<boolean> {
  const [row] = await db()
    .select({ lastSeenAt: placements.lastSeenAt })
    .from(placements)
    .innerJoin(admissions, eq(admissions.id, placements.admissionId))
    .where(and(eq(admissions.eventId, eventId), eq(admissions.personId, personId)));
  return row?.lastSeenAt != null && now.getTime() - row.lastSeenAt.getTime() < SEEN_MS;
}

/** The viewer's next talk for the banner on every page. Cheap: three small reads, none without talks. */
export async function talkBannerOf(viewer: Actor, eventId?: EventId, now = clockNow()): Promise<TalkBanner> {
  const ids = await personsOf(db(), viewer);
  const [first] = await appointmentsOf(db(), ids, { eventId, endingAfter: now });
  const [meeting] = first ? await meetingViews(db(), [first], now) : [];
  if (!meeting) return { next: null };
  const { meetingId, partner, event, phase } = meeting;
  const roomOpen = phase === "lobby" || phase === "live";
  return {
    next: {
      meetingId,
      eventSlug: event.slug,
      startsAt: meeting.startsAt.toISOString(),
      endsAt: meeting.endsAt.toISOString(),
      partnerName: partner.name,
      roomOpen,
      partnerPresent: roomOpen && (await isPresent(event.id, partner.personId, now)),
    },
  };
}
