import "server-only";
import { and, eq, gt, inArray, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { talkChanges } from "@/db/schema/matchmaking-talks";
import { mailSettings, mails } from "@/db/schema/notifications";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { admissions, liveSessions, placements } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";
import {
  CALL_EARLY_MS,
  callsSince,
  endsToThank,
  onceKey,
  reminderKey,
  startsToRemind,
  TALK_REMINDER_MS,
  type Window,
} from "../rules";
import { isNotRefused } from "./refusals";

/** What to remind somebody of; `key` is one per start, so a rescheduled event reminds anew and nothing else does. */
export type DueReminder<Kind extends "registration" | "meeting"> = { id: Id<Kind>; key: string };
export type ReminderKind = "registration.reminder" | "registration.live" | "registration.thanks";
export type Reminding = { kind: ReminderKind; beforeMs?: number };
type Look = { now: Date; limit: number };

const seconds = (ms: number) => sql`make_interval(secs => ${ms / 1000})`;
const HOUR = 3_600_000;

/**
 * The whole of a rule stands in the condition: a row that it lets through and that is not due would take the place of one
 * that is, look after look.
 */
const isWithin = (moment: unknown, { after, until }: Window): SQL =>
  sql`${moment} > ${after.toISOString()}::timestamptz and ${moment} <= ${until.toISOString()}::timestamptz`;

/** Confirmed registrations to which this condition applies, in the order of their events. */
const candidates = (condition: SQL | undefined, limit: number) =>
  db()
    .select({
      id: registrations.id,
      startsAt: events.startsAt,
    })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .leftJoin(liveSessions, eq(liveSessions.eventId, events.id))
    .leftJoin(mailSettings, eq(mailSettings.eventId, events.id))
    .where(and(eq(registrations.status, "confirmed"), condition))
    .orderBy(events.startsAt, registrations.id)
    .limit(limit);

/**
 * True for registrations of which this mail was not written yet. The key is put together as the writer does it, so that
 * the unique index answers: for 5,000 people nothing else would in time.
 */
const isUnwritten = (kind: ReminderKind, mark: string): SQL => sql`not exists (select 1 from ${mails}
   where ${mails.dedupeKey} = ${`${kind}:`} || ${registrations.id} || ${`:${mark}@`}
         || floor(extract(epoch from ${events.startsAt}))::bigint)`;

/** Whether somebody has looked through it for this start, where the event holds back what goes to many. */
const isReleased = (column: AnyPgColumn): SQL =>
  sql`(not coalesce(${mailSettings.hold}, false) or ${column} = ${events.startsAt})`;

/** A day before, an hour before: whichever the event has not switched off. */
async function remindersDue(beforeMs: number, { now, limit }: Look): Promise<DueReminder<"registration">[]> {
  const isWanted =
    beforeMs > HOUR
      ? sql`coalesce(${mailSettings.dayBefore}, true) and ${isReleased(mailSettings.dayBeforeReleasedFor)}`
      : sql`coalesce(${mailSettings.hourBefore}, true)`;
  const condition = and(
    inArray(events.status, ["published", "live"]),
    isWithin(events.startsAt, startsToRemind(beforeMs, now)),
    lt(registrations.confirmedAt, sql`${events.startsAt} - ${seconds(beforeMs)}`),
    isWanted,
    isUnwritten("registration.reminder", `${beforeMs / 60_000}m`),
  );
  const rows = await candidates(condition, limit);
  return rows.map(({ id, startsAt }) => ({ id, key: reminderKey(beforeMs, startsAt) }));
}

/** Who was seen in the room since shortly before it was opened need not be called there. */
const isAway = sql`not exists (select 1 from ${admissions}
   join ${placements} on ${placements.admissionId} = ${admissions.id}
  where ${admissions.registrationId} = ${registrations.id}
    and ${placements.lastSeenAt} > ${liveSessions.openedAt} - interval '10 minutes')`;

/** The room is open: for whoever said yes before that and is not there. */
async function callsDue({ now, limit }: Look): Promise<DueReminder<"registration">[]> {
  const condition = and(
    eq(events.status, "live"),
    // Who sits in the hall needs no call into the room.
    eq(registrations.attendance, "online"),
    isWithin(
      sql`greatest(${liveSessions.openedAt}, ${events.startsAt} - ${seconds(CALL_EARLY_MS)})`,
      callsSince(now),
    ),
    gt(events.endsAt, now),
    isNull(liveSessions.endedAt),
    lt(registrations.confirmedAt, liveSessions.openedAt),
    sql`coalesce(${mailSettings.liveNow}, true)`,
    isAway,
    isUnwritten("registration.live", "once"),
  );
  const rows = await candidates(condition, limit);
  return rows.map(({ id, startsAt }) => ({ id, key: onceKey(startsAt) }));
}

/** It is over: for everybody who had a place, where the organizer wants it and the address did not refuse it. */
async function thanksDue({ now, limit }: Look): Promise<DueReminder<"registration">[]> {
  const condition = and(
    eq(mailSettings.thanks, true),
    isReleased(mailSettings.thanksReleasedFor),
    inArray(events.status, ["published", "ended"]),
    isWithin(sql`coalesce(${liveSessions.endedAt}, ${events.endsAt})`, endsToThank(now)),
    // What no registration needs goes only to people who have shown that the address is theirs.
    isNotNull(registrations.provenAt),
    isNotRefused(),
    isUnwritten("registration.thanks", "once"),
  );
  const rows = await candidates(condition, limit);
  return rows.map(({ id, startsAt }) => ({ id, key: onceKey(startsAt) }));
}

/** Registrations whose holders are to hear of this now, at most `limit`. */
export function listDueRegistrationMails(
  { kind, beforeMs = 0 }: Reminding,
  look: Look,
): Promise<DueReminder<"registration">[]> {
  if (kind === "registration.reminder") return remindersDue(beforeMs, look);
  return kind === "registration.live" ? callsDue(look) : thanksDue(look);
}

const talkKeyIn = (column: unknown, beforeMs: number) =>
  sql`exists (select 1 from ${mails} where ${mails.subjectId} = ${column}
      and ${mails.dedupeKey} like 'meeting.reminder:%' and ${mails.dedupeKey} like
      '%:' || ${`${beforeMs / 60_000}m@`} || floor(extract(epoch from starts_at))::bigint)`;

/** Agreed on, and moved to where it is, before that: for what came later its own mail is reminder enough. */
const isOlder = (beforeMs: number) =>
  and(
    lt(meetings.createdAt, sql`${meetings.startsAt} - ${seconds(beforeMs)}`),
    sql`not exists (select 1 from ${talkChanges} where ${talkChanges.meetingId} = ${meetings.id}
      and ${talkChanges.at} > ${meetings.startsAt} - ${seconds(beforeMs)})`,
  );

/** Talks that begin in ten minutes and of which nobody was reminded yet. */
export async function listDueTalkReminders(now: Date, limit = 100): Promise<DueReminder<"meeting">[]> {
  const rows = await db()
    .select({ id: meetings.id, startsAt: meetings.startsAt })
    .from(meetings)
    .where(
      and(
        eq(meetings.status, "accepted"),
        isWithin(meetings.startsAt, startsToRemind(TALK_REMINDER_MS, now)),
        isOlder(TALK_REMINDER_MS),
        sql`not ${talkKeyIn(meetings.id, TALK_REMINDER_MS)}`,
      ),
    )
    .orderBy(meetings.startsAt)
    .limit(limit);
  return rows.map(({ id, startsAt }) => ({ id, key: reminderKey(TALK_REMINDER_MS, startsAt) }));
}

/** So long before the first talk of a day its people get their plan of that day. */
const TALK_DAY_MS = 24 * HOUR;
/** How the key of that mail begins; the writer names the registration and the day behind it. */
export const TALK_DAY = "meeting.tomorrow";

/** A person's talks of one day at one event: they are told of together, a day before the first of them. */
export type DueTalkDay = { registrationId: Id<"registration">; day: string };

/** Days of talks of which nobody was reminded yet. The day is that of the event's zone, whatever its clocks do that night. */
export async function listDueTalkDays(now: Date, limit = 100): Promise<DueTalkDay[]> {
  const day = sql<string>`to_char(${meetings.startsAt} at time zone ${events.timeZone}, 'YYYY-MM-DD')`;
  const isWritten = sql`exists (select 1 from ${mails}
    where ${mails.dedupeKey} = ${`${TALK_DAY}:`} || ${registrations.id} || ':' || ${day})`;
  const first = sql`min(${meetings.startsAt})`;
  return db()
    .select({ registrationId: registrations.id, day })
    .from(meetings)
    .innerJoin(meetingPeople, eq(meetingPeople.meetingId, meetings.id))
    .innerJoin(events, eq(events.id, meetings.eventId))
    .innerJoin(
      registrations,
      and(eq(registrations.eventId, meetings.eventId), eq(registrations.personId, meetingPeople.personId)),
    )
    .where(
      and(
        eq(meetings.status, "accepted"),
        inArray(events.status, ["published", "live"]),
        isWithin(meetings.startsAt, startsToRemind(TALK_DAY_MS, now)),
        isOlder(TALK_DAY_MS),
        sql`not ${isWritten}`,
      ),
    )
    .groupBy(registrations.id, sql`2`)
    .orderBy(first, registrations.id)
    .limit(limit);
}
