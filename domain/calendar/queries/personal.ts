import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { calendarFeeds } from "@/db/schema/calendar";
import { people } from "@/db/schema/people";
import { talkCorrespondence } from "@/domain/matchmaking/queries/correspondence";
import { listMyMeetings } from "@/domain/matchmaking/queries/meetings";
import type { Actor } from "@/domain/policy";
import { listMyRegistrations } from "@/domain/registration/queries";
import { origin } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";
import { type CalendarEntry, writeCalendar } from "@/lib/ics/calendar";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { calendarFeedToken, readCalendarFeedToken } from "@/lib/tokens";
import { registrationCalendarEntry, talkCalendarEntry } from "../queries";
import { isInFeed } from "../rules";

/** Where the viewer's calendar is subscribed to; undefined while it is not shared, and for guests. */
export async function calendarAddressOf(viewer: Actor, reader: Reader = db()): Promise<string | undefined> {
  if (viewer.type !== "person") return undefined;
  const [row] = await reader
    .select({ id: calendarFeeds.id })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, viewer.personId));
  return row && `${origin()}/api/calendar/p/${calendarFeedToken(row.id)}.ics`;
}

async function holderOf(id: Id<"calendarFeed">, reader: Reader) {
  const [row] = await reader
    .select({ personId: people.id, locale: people.locale })
    .from(calendarFeeds)
    .innerJoin(people, eq(people.id, calendarFeeds.personId))
    .where(and(eq(calendarFeeds.id, id), isNull(people.erasedAt)));
  return row;
}

/** A feed rings nobody: whoever subscribes in two programs would be rung twice. */
const silent = ({ alarmMinutes: _alarm, ...entry }: CalendarEntry): CalendarEntry => entry;

async function registrationsIn(viewer: Actor, now: Date): Promise<CalendarEntry[]> {
  const mine = await listMyRegistrations(viewer);
  return mine.flatMap((registration) => {
    const { status, confirmedAt, cancelledAt, event } = registration;
    // Who only ever waited or asked has no place, and no entry that could be taken back.
    if ((status !== "confirmed" && status !== "cancelled") || confirmedAt === null) return [];
    const gone = status === "cancelled" ? cancelledAt : null;
    return isInFeed({ endsAt: event.endsAt, cancelledAt: gone }, now)
      ? [silent(registrationCalendarEntry(registration))]
      : [];
  });
}

async function talksIn(viewer: Actor, personId: Id<"person">, now: Date): Promise<CalendarEntry[]> {
  const mine = await listMyMeetings(viewer, undefined, now);
  const recent = mine.filter(({ endsAt }) => isInFeed({ endsAt, cancelledAt: null }, now));
  const talks = await Promise.all(recent.map(({ meetingId }) => talkCorrespondence(meetingId)));
  return talks.flatMap((talk) => {
    const me = talk?.people.find((person) => person.personId === personId);
    const partner = talk?.people.find((person) => person !== me);
    return talk && me && partner ? [silent(talkCalendarEntry(talk, { me, partner }))] : [];
  });
}

/**
 * Everything one person takes part in, for the calendar program that knows the address. Undefined for an address that
 * was never given or was taken back; valid and empty for a person without appointments.
 */
export async function personalCalendarText(token: string, now = clockNow()): Promise<string | undefined> {
  const id = readCalendarFeedToken(token);
  const holder = id && (await holderOf(id, db()));
  if (!holder) return undefined;
  const { personId, locale } = holder;
  const viewer: Actor = { type: "person", personId, grants: [], seats: [] };
  const [events, talks] = await Promise.all([registrationsIn(viewer, now), talksIn(viewer, personId, now)]);
  const entries = [...events, ...talks].toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const name = translator(locale, "account")("calendar.name");
  return writeCalendar({ method: "PUBLISH", stamp: now, entries, name });
}
