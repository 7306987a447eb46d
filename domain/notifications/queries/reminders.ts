import "server-only";
import { and, eq, gt, inArray, lt, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { meetings } from "@/db/schema/matchmaking";
import { mails } from "@/db/schema/notifications";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";
import { isReminderDue, registrationReminders, reminderKey, TALK_REMINDER_MS } from "../rules";

/** What to remind somebody of; `key` is one per start, so a rescheduled event reminds anew and nothing else does. */
export type DueReminder<Kind extends "registration" | "meeting"> = { id: Id<Kind>; key: string };

const seconds = (ms: number) => sql`make_interval(secs => ${ms / 1000})`;
const keyIn = (prefix: string, column: unknown, beforeMs: number) =>
  sql`exists (select 1 from ${mails} where ${mails.subjectId} = ${column}
      and ${mails.dedupeKey} like ${`${prefix}:%`} and ${mails.dedupeKey} like
      '%:' || ${`${beforeMs / 60_000}m@`} || floor(extract(epoch from starts_at))::bigint)`;

async function registrationsDue(beforeMs: number, now: Date, limit: number) {
  const rows = await db()
    .select({ id: registrations.id, since: registrations.confirmedAt, startsAt: events.startsAt })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(
      and(
        eq(registrations.status, "confirmed"),
        inArray(events.status, ["published", "live"]),
        gt(events.startsAt, now),
        lte(events.startsAt, new Date(now.getTime() + beforeMs)),
        lt(registrations.confirmedAt, sql`${events.startsAt} - ${seconds(beforeMs)}`),
        sql`not ${keyIn("registration.reminder", registrations.id, beforeMs)}`,
      ),
    )
    .orderBy(events.startsAt, registrations.id)
    .limit(limit);
  return rows.flatMap(({ id, since, startsAt }) =>
    since && isReminderDue({ startsAt, since, beforeMs, now })
      ? [{ id, key: reminderKey(beforeMs, startsAt) }]
      : [],
  );
}

/** Registrations whose holders are to be reminded now, at most `limit` for each of the two reminders. */
export async function listDueRegistrationReminders(
  now: Date,
  limit = 100,
): Promise<DueReminder<"registration">[]> {
  const due = await Promise.all(registrationReminders.map((before) => registrationsDue(before, now, limit)));
  return due.flat();
}

/** Talks that begin in ten minutes and of which nobody was reminded yet. */
export async function listDueTalkReminders(now: Date, limit = 100): Promise<DueReminder<"meeting">[]> {
  const rows = await db()
    .select({ id: meetings.id, since: meetings.createdAt, startsAt: meetings.startsAt })
    .from(meetings)
    .where(
      and(
        eq(meetings.status, "accepted"),
        gt(meetings.startsAt, now),
        lte(meetings.startsAt, new Date(now.getTime() + TALK_REMINDER_MS)),
        lt(meetings.createdAt, sql`${meetings.startsAt} - ${seconds(TALK_REMINDER_MS)}`),
        sql`not ${keyIn("meeting.reminder", meetings.id, TALK_REMINDER_MS)}`,
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
