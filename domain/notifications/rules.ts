import { isEventOver, type Timed } from "@/domain/programme/rules";
import {
  alwaysTyped,
  kindOfWorded,
  type MailKind,
  turns,
  typedKinds,
  type WordedMail,
  wordedMails,
} from "./labels";

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

/** Moments later than `after`, at latest `until`: what a query asks for before it counts how many it takes. */
export type Window = { after: Date; until: Date };
const window = (now: Date, from: number, to: number): Window => ({
  after: new Date(now.getTime() + from),
  until: new Date(now.getTime() + to),
});

/**
 * Starts of which people are to be reminded now, so long before: the time has come, and at least half of it still lies ahead.
 * Whoever has said yes only since then is not: for them the confirmation is reminder enough.
 */
export const startsToRemind = (beforeMs: number, now: Date): Window =>
  window(now, beforeMs * LATEST_PART, beforeMs);

/** Who opens the room sooner than so long before the start tries it out, and calls nobody. */
export const CALL_EARLY_MS = 5 * MINUTE;
/** Whom "live now" did not reach within that time knows it, or has other plans. */
const CALL_UNTIL_MS = 30 * MINUTE;

/** Moments since when people are to hear that an event is live: its room was opened, and its start is near. */
export const callsSince = (now: Date): Window => window(now, -CALL_UNTIL_MS, 0);

/** How long after its end the thanks for an event go out, so that an end by mistake thanks nobody. */
const THANKS_AFTER_MS = 30 * MINUTE;
const THANKS_UNTIL_MS = 24 * HOUR;

/** Ends of events for which people are to be thanked now. */
export const endsToThank = (now: Date): Window => window(now, -THANKS_UNTIL_MS, -THANKS_AFTER_MS);

/** Two reminders are of one kind; which one it is, the time says when it is written. */
const isDayBefore = (startsAt: Date, now: Date): boolean => startsAt.getTime() - now.getTime() > 12 * HOUR;

/** Under which name an organizer may have words for a mail of this kind; undefined where nobody may. */
export function wordedOf(kind: MailKind, startsAt: Date, now: Date): WordedMail | undefined {
  if (kind === "registration.reminder") return isDayBefore(startsAt, now) ? "dayBefore" : "hourBefore";
  return wordedMails.find((mail) => kindOfWorded[mail] === kind);
}

/** Names the one call, or the one thanks, of one start. */
export const onceKey = (startsAt: Date): string => `once@${Math.floor(startsAt.getTime() / SECOND)}`;

/** Names one reminder of one start: `1440m@1806220800`. */
export const reminderKey = (beforeMs: number, startsAt: Date): string =>
  `${beforeMs / MINUTE}m@${Math.floor(startsAt.getTime() / SECOND)}`;

type Requested = "requested" | "accepted" | "declined" | "countered" | "cancelled";
type Answered = "accepted" | "refused" | "declined" | "withdrawn";
type Subject =
  | (
      | {
          about: "registration";
          status: "confirmed" | "waiting" | "offered" | "pending" | "declined" | "cancelled";
          event: Timed;
        }
      | { about: "meeting"; status: "accepted" | "cancelled"; event: Timed }
      | { about: "request"; status: Requested; event: Timed }
      | { about: "talkInvitation"; status: "proposed" | "offered" | Answered; event: Timed }
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
  "registration.live": { status: ["confirmed"], event: "not_over" },
  "registration.thanks": { status: ["confirmed"], event: "not_called_off" },
  "event.rescheduled": { status: ["confirmed", "waiting", "offered", "pending"], event: "not_over" },
  "event.postponed": { status: ["confirmed", "waiting", "offered", "pending"], event: "not_over" },
  "meeting.requested": { status: ["requested"], event: "not_called_off" },
  "meeting.invited": { status: ["proposed", "offered"], event: "not_called_off" },
  "meeting.accepted": { status: ["accepted"], event: "not_called_off" },
  "meeting.moved": { status: ["accepted"], event: "not_called_off" },
  "meeting.reminder": { status: ["accepted"], event: "not_called_off" },
};

/** Mails about a date. While an event is put off it has none, and everybody hears of the next one. */
const namesTheDate = new Set<MailKind>([
  "registration.confirmed",
  "registration.promoted",
  "registration.reminder",
  "registration.live",
  "event.rescheduled",
  "meeting.reminder",
]);

/**
 * False for what was cancelled, answered or moved on meanwhile, and for what was true of an event until it was called
 * off: such a mail is dropped, not sent late. After "it does not take place" nobody hears of it as if it did.
 */
export function isStillWanted(kind: MailKind, subject: Subject, now: Date): boolean {
  const wish = wanted[kind];
  if (!wish) return true;
  if (!subject || !wish.status.includes(subject.status)) return false;
  const { event } = subject;
  if (event.status === "postponed" && namesTheDate.has(kind)) return false;
  return wish.event === "not_over" ? !isEventOver(event, now) : event.status !== "cancelled";
}

export const isTyped = (kind: MailKind, isProven: boolean): boolean =>
  typedKinds.includes(kind) && (!isProven || alwaysTyped.includes(kind));

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

/** What many hear because it is time; what one person waits for is tried in any case. */
const mass: readonly MailKind[] = [...turns.timed, ...turns.patient, "event.postponed"];
export const isMass = (kind: MailKind): boolean => mass.includes(kind);

/** Why a mail did not arrive, as far as its sender can do something about it. */
export function failureOf(error: string): "address" | "mailbox" | "server" {
  if (/\b(?:552|5\.2\.2|422)\b/.test(error)) return "mailbox";
  return /no address|\b55[013]\b|\b5\.1\.\d+\b/.test(error) ? "address" : "server";
}
