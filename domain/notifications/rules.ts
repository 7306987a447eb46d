import { isEventOver, type Timed } from "@/domain/programme/rules";
import type { MailKind } from "./schema";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses between tries: the last one repeats until the mail is given up. */
const PAUSES = [10 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR];
/** About a day of tries; a mail server that is away for half an hour costs nothing. */
export const MOST_ATTEMPTS = 24;
/** How long a sender has before another may try the same mail: longer than the longest sending. */
export const CLAIM_MS = 2 * MINUTE;

/** When to try again after this many failed tries; undefined when the mail is given up. */
export function nextAttempt(attempts: number, now: Date): Date | undefined {
  if (attempts >= MOST_ATTEMPTS) return undefined;
  const pause = PAUSES[Math.min(Math.max(attempts, 1), PAUSES.length) - 1] ?? HOUR;
  return new Date(now.getTime() + pause);
}

/** How long before the start people are reminded, the longer one first. */
export const registrationReminders = [24 * HOUR, HOUR] as const;
export const TALK_REMINDER_MS = 10 * MINUTE;
/** A reminder that could not go out in time is not sent at all. */
const LATEST_PART = 0.5;

type Reminder = { startsAt: Date; since: Date; beforeMs: number; now: Date };

/**
 * True when the reminder is due: its time has come, at least half of it still lies ahead, and the person has not
 * said yes only since then, for whom the confirmation is reminder enough.
 */
export function isReminderDue({ startsAt, since, beforeMs, now }: Reminder): boolean {
  const due = startsAt.getTime() - beforeMs;
  const latest = startsAt.getTime() - beforeMs * LATEST_PART;
  return now.getTime() >= due && now.getTime() < latest && since.getTime() < due;
}

/** Names one reminder of one start: `1440m@1806220800`. Seconds, because a start has no more. */
export const reminderKey = (beforeMs: number, startsAt: Date): string =>
  `${beforeMs / MINUTE}m@${Math.floor(startsAt.getTime() / SECOND)}`;

type Subject =
  | (
      | {
          about: "registration";
          status: "confirmed" | "waiting" | "offered" | "pending" | "declined" | "cancelled";
          event: Timed;
        }
      | { about: "meeting"; status: "accepted" | "cancelled"; event: Timed }
      | { about: "request"; status: "requested" | "accepted" | "declined" | "cancelled"; event: Timed }
    )
  | undefined;

type Wish = {
  status: readonly NonNullable<Subject>["status"][];
  /** How its event has to stand: not called off, or not over either. */
  event: "not_called_off" | "not_over";
};

/** What has to be true of a mail's subject for the mail still to be wanted when it goes out. */
const wanted: Partial<Record<MailKind, Wish>> = {
  "registration.confirmed": { status: ["confirmed"], event: "not_called_off" },
  "registration.promoted": { status: ["confirmed"], event: "not_over" },
  "registration.waiting": { status: ["waiting"], event: "not_over" },
  "registration.repeated": {
    status: ["confirmed", "waiting", "offered", "pending", "declined"],
    event: "not_over",
  },
  "registration.offered": { status: ["offered"], event: "not_over" },
  "registration.expired": { status: ["cancelled"], event: "not_over" },
  "registration.pending": { status: ["pending"], event: "not_over" },
  "registration.declined": { status: ["declined"], event: "not_over" },
  "registration.switched": { status: ["confirmed", "waiting", "pending"], event: "not_over" },
  "registration.reminder": { status: ["confirmed"], event: "not_over" },
  "event.rescheduled": { status: ["confirmed", "waiting", "offered", "pending"], event: "not_over" },
  "meeting.requested": { status: ["requested"], event: "not_called_off" },
  "meeting.accepted": { status: ["accepted"], event: "not_called_off" },
  "meeting.reminder": { status: ["accepted"], event: "not_called_off" },
};

/**
 * False for what was cancelled, answered or moved on meanwhile, and for what was true of an event until it was called
 * off: such a mail is dropped, not sent late. After "it does not take place" nobody hears of it as if it did.
 */
export function isStillWanted(kind: MailKind, subject: Subject, now: Date): boolean {
  const wish = wanted[kind];
  if (!wish) return true;
  if (!subject || !wish.status.includes(subject.status)) return false;
  const { event } = subject;
  return wish.event === "not_over" ? !isEventOver(event, now) : event.status !== "cancelled";
}

/**
 * Mails that anybody causes by typing an address, or by moving the event an address was typed at, unless the registration
 * is proven; "repeated" always is of this kind. Reminders are not: there are two, and each that was not sent would be due
 * again. Neither is a place from the waiting list, nor that an event does not take place.
 */
const typedKinds: readonly MailKind[] = [
  "registration.confirmed",
  "registration.waiting",
  "registration.pending",
  "registration.cancelled",
  "registration.repeated",
  "event.rescheduled",
];

export const isTyped = (kind: MailKind, isProven: boolean): boolean =>
  typedKinds.includes(kind) && (!isProven || kind === "registration.repeated");

/**
 * As many of them as one address gets within any hour, over all events: room for somebody who registers for a whole
 * week at once, and none for burying a stranger's mailbox. The registration itself stands either way.
 */
export const TYPED_MAILS_PER_HOUR = 30;
/** As many as wait for their hour: an address that strangers type gets these and no more, spread over two hours. */
export const TYPED_MAILS_HELD = 60;

type Typed = {
  kind: MailKind;
  /** When the typed mails to the same address went out, or will, of the last hour and later. */
  taken: readonly Date[];
  now: Date;
};

/**
 * When such a mail may go out: at once, or in the first hour that has room for it. Undefined when it is not sent at
 * all: "you are registered already" tells nothing new, and whoever is told first must not be told late for it.
 */
export function typedDue({ kind, taken, now }: Typed): Date | undefined {
  const lately = taken
    .map((at) => at.getTime())
    .filter((at) => at > now.getTime() - HOUR)
    .sort((a, b) => b - a);
  const before = lately[TYPED_MAILS_PER_HOUR - 1];
  if (before === undefined) return now;
  if (kind === "registration.repeated") return undefined;
  const held = lately.filter((at) => at > now.getTime()).length;
  return held < TYPED_MAILS_HELD ? new Date(before + HOUR) : undefined;
}
