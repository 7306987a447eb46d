import "server-only";
import { and, eq, gt, inArray, isNotNull, isNull, lt, lte, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { meetings } from "@/db/schema/matchmaking";
import { mailSettings, mails } from "@/db/schema/notifications";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { admissions, liveSessions, placements } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";
import { isCallDue, isReminderDue, isThanksDue, onceKey, reminderKey, TALK_REMINDER_MS } from "../rules";
import { isNotRefused } from "./refusals";

/** What to remind somebody of; `key` is one per start, so a rescheduled event reminds anew and nothing else does. */
export type DueReminder<Kind extends "registration" | "meeting"> = { id: Id<Kind>; key: string };
export type ReminderKind = "registration.reminder" | "registration.live" | "registration.thanks";
export type Reminding = { kind: ReminderKind; beforeMs?: number };
type Look = { now: Date; limit: number };

const seconds = (ms: number) => sql`make_interval(secs => ${ms / 1000})`;
const later = (now: Date, ms: number) => new Date(now.getTime() + ms);
const HOUR = 3_600_000;

/** Confirmed registrations to which this condition applies, with what the rules ask for, in the order of their events. */
const candidates = (condition: SQL | undefined, limit: number) =>
  db()
    .select({
      id: registrations.id,
      since: registrations.confirmedAt,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      openedAt: liveSessions.openedAt,
      endedAt: liveSessions.endedAt,
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

/** A day before, an hour before: whichever the event has not switched off. */
async function remindersDue(beforeMs: number, { now, limit }: Look): Promise<DueReminder<"registration">[]> {
  const isWanted =
    beforeMs > HOUR
      ? sql`coalesce(${mailSettings.dayBefore}, true)`
      : sql`coalesce(${mailSettings.hourBefore}, true)`;
  const condition = and(
    inArray(events.status, ["published", "live"]),
    gt(events.startsAt, now),
    lte(events.startsAt, later(now, beforeMs)),
    lt(registrations.confirmedAt, sql`${events.startsAt} - ${seconds(beforeMs)}`),
    isWanted,
    isUnwritten("registration.reminder", `${beforeMs / 60_000}m`),
  );
  const rows = await candidates(condition, limit);
  return rows.flatMap(({ id, since, startsAt }) =>
    since && isReminderDue({ startsAt, since, beforeMs, now })
      ? [{ id, key: reminderKey(beforeMs, startsAt) }]
      : [],
  );
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
    lte(events.startsAt, later(now, HOUR)),
    gt(events.endsAt, now),
    isNull(liveSessions.endedAt),
    lt(registrations.confirmedAt, liveSessions.openedAt),
    sql`coalesce(${mailSettings.liveNow}, true)`,
    isAway,
    isUnwritten("registration.live", "once"),
  );
  const rows = await candidates(condition, limit);
  return rows.flatMap(({ id, openedAt, startsAt }) =>
    openedAt && isCallDue({ openedAt, startsAt, now }) ? [{ id, key: onceKey(startsAt) }] : [],
  );
}

/** It is over: for everybody who had a place, where the organizer wants it and the address did not refuse it. */
async function thanksDue({ now, limit }: Look): Promise<DueReminder<"registration">[]> {
  const condition = and(
    eq(mailSettings.thanks, true),
    inArray(events.status, ["published", "ended"]),
    // Wide enough for an event that ran on; the rule says exactly when.
    gt(events.endsAt, later(now, -36 * HOUR)),
    lt(events.startsAt, now),
    // What no registration needs goes only to people who have shown that the address is theirs.
    isNotNull(registrations.provenAt),
    isNotRefused(),
    isUnwritten("registration.thanks", "once"),
  );
  const rows = await candidates(condition, limit);
  return rows.flatMap(({ id, startsAt, endsAt, endedAt }) =>
    isThanksDue(endedAt ?? endsAt, now) ? [{ id, key: onceKey(startsAt) }] : [],
  );
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

/** Talks that begin in ten minutes and of which nobody was reminded yet. */
export async function listDueTalkReminders(now: Date, limit = 100): Promise<DueReminder<"meeting">[]> {
  const rows = await db()
    .select({ id: meetings.id, since: meetings.createdAt, startsAt: meetings.startsAt })
    .from(meetings)
    .where(
      and(
        eq(meetings.status, "accepted"),
        gt(meetings.startsAt, now),
        lte(meetings.startsAt, later(now, TALK_REMINDER_MS)),
        lt(meetings.createdAt, sql`${meetings.startsAt} - ${seconds(TALK_REMINDER_MS)}`),
        sql`not ${talkKeyIn(meetings.id, TALK_REMINDER_MS)}`,
      ),
    )
    .orderBy(meetings.startsAt)
    .limit(limit);
  return rows.flatMap(({ id, since, startsAt }) =>
    isReminderDue({ startsAt, since, beforeMs: TALK_REMINDER_MS, now })
      ? [{ id, key: reminderKey(TALK_REMINDER_MS, startsAt) }]
      : [],
  );
}
