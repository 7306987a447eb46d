import { byDay } from "@/components/programme/days";
import type { MyMeeting } from "@/domain/matchmaking/queries/meetings";
import { isEventOver, isRoomOpen, isUnderWay } from "@/domain/programme/rules";
import type { MyRegistration } from "@/domain/registration/queries";
import { isHeld } from "@/domain/registration/rules";
import { dayKey } from "@/lib/time/format";

type Timed = { key: string; startsAt: Date; endsAt: Date; over: boolean; live: boolean };
export type WeekEntry =
  | (Timed & { kind: "event"; registration: MyRegistration })
  | (Timed & { kind: "talk"; meeting: MyMeeting });
export type WeekDay = { key: string; at: Date; entries: WeekEntry[]; when: "past" | "today" | "ahead" };

function ofRegistration(registration: MyRegistration, now: Date): WeekEntry {
  const { event } = registration;
  const live = registration.status === "confirmed" && isUnderWay(event, now);
  const over = isEventOver(event, now);
  return { kind: "event", key: registration.id, ...spanOf(event), over, live, registration };
}

function ofMeeting(meeting: MyMeeting): WeekEntry {
  const over = meeting.phase === "over" || meeting.phase === "cancelled";
  const live = meeting.phase === "lobby" || meeting.phase === "live";
  return { kind: "talk", key: meeting.meetingId, ...spanOf(meeting), over, live, meeting };
}

const spanOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({ startsAt, endsAt });

type Mine = { registrations: readonly MyRegistration[]; meetings: readonly MyMeeting[]; now: Date };

/** Registrations and talks in one list by time; what was cancelled by anybody before it began is left out. */
export function entriesOf({ registrations, meetings, now }: Mine): WeekEntry[] {
  const held = registrations.filter(isHeld);
  const agreed = meetings.filter(({ phase }) => phase !== "cancelled");
  const entries = [...held.map((one) => ofRegistration(one, now)), ...agreed.map(ofMeeting)];
  return entries.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.key < b.key ? -1 : 1));
}

/** The entries by day of the zone. */
export function daysOf(entries: readonly WeekEntry[], { zone, now }: { zone: string; now: Date }): WeekDay[] {
  const today = dayKey({ zone, at: now });
  return byDay(entries, zone).map(({ key, items }) => {
    const past = key < today ? ("past" as const) : ("ahead" as const);
    const at = items[0]?.startsAt ?? now;
    return { key, at, entries: items, when: key === today ? ("today" as const) : past };
  });
}

/**
 * What comes first for the person: a talk whose room is open, then the event that began last, then whatever begins
 * next. Waiting lists and cancelled events are no appointment.
 */
export function nextUp(entries: readonly WeekEntry[], now: Date): WeekEntry | undefined {
  const sure = entries.filter((entry) => !entry.over && isSure(entry));
  const isOpen = (entry: WeekEntry) =>
    entry.kind === "talk" ? entry.live : isRoomOpen(entry.registration.event, now);
  return (
    sure.find((entry) => entry.kind === "talk" && entry.live) ??
    sure.findLast((entry) => isOpen(entry) && entry.startsAt <= now) ??
    sure.find(isOpen) ??
    sure.find((entry) => entry.startsAt > now)
  );
}

const isSure = (entry: WeekEntry) =>
  entry.kind === "talk" ||
  (entry.registration.status === "confirmed" && entry.registration.event.status !== "cancelled");
