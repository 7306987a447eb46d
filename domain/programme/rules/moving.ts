import { Temporal } from "temporal-polyfill";
import type { Span } from "../rules";

/** When an event starts, and by whose clocks. */
export type Zoned = { startsAt: Date; timeZone: string };

const DAY_MS = 24 * 3_600_000;

/** The same clock time, as many calendar days later as the copy starts after the event. */
export function daysLater(event: Zoned, copyStart: Date): (at: Date) => Date {
  const zoned = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(event.timeZone);
  const { days } = zoned(event.startsAt).toPlainDate().until(zoned(copyStart).toPlainDate());
  return (at) => new Date(zoned(at).add({ days }).epochMilliseconds);
}

const MINUTE_MS = 60_000;

/** An event as its parts are measured: over several days by the clocks of its zone, within one by a stopwatch. */
export type Measured = Zoned & { byClock: boolean };
/** A part of an event: so many minutes after its start, and so many long. */
export type Part = { after: number; minutes: number };

/** Whether an event that is so long is measured by the clocks of its zone. */
export const isByClock = (minutes: number): boolean => minutes * MINUTE_MS >= DAY_MS;

const plainOf = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();

/** So many minutes after the event's start an instant lies. */
export function minutesInto({ startsAt, timeZone, byClock }: Measured, at: Date): number {
  if (!byClock) return (at.getTime() - startsAt.getTime()) / MINUTE_MS;
  return plainOf(startsAt, timeZone).until(plainOf(at, timeZone)).total({ unit: "minutes" });
}

/** The instant so many minutes after the event's start; a clock time that is skipped that day comes an hour later. */
export function instantInto({ startsAt, timeZone, byClock }: Measured, minutes: number): Date {
  const milliseconds = Math.round(minutes * MINUTE_MS);
  if (!byClock) return new Date(startsAt.getTime() + milliseconds);
  return new Date(
    plainOf(startsAt, timeZone).add({ milliseconds }).toZonedDateTime(timeZone).epochMilliseconds,
  );
}

export function partOf(event: Measured, { startsAt, endsAt }: Span): Part {
  const after = minutesInto(event, startsAt);
  return { after, minutes: minutesInto(event, endsAt) - after };
}

/** Where a part of an event lies in time. Never of no length, also where clock times are skipped. */
export function placed(event: Measured, { after, minutes }: Part): Span {
  const startsAt = instantInto(event, after);
  const endsAt = instantInto(event, after + minutes);
  const asLong = new Date(startsAt.getTime() + minutes * MINUTE_MS);
  return { startsAt, endsAt: endsAt > startsAt ? endsAt : asLong };
}

/** How an event is measured: one over several days by the clocks of its zone, one within a day by a stopwatch. */
export const measureOf = ({ startsAt, endsAt, timeZone }: Span & Zoned): Measured => ({
  startsAt,
  timeZone,
  byClock: isByClock((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS),
});

/**
 * What a span of an event becomes once the event starts then and there. An event shorter than a day moves as a block, so
 * that lengths stay; over several days each day keeps its clock times, also when the clocks change between them.
 */
export function movedTo(event: Span & Zoned, { startsAt, timeZone }: Zoned): (span: Span) => Span {
  const before = measureOf(event);
  const after = { startsAt, timeZone, byClock: before.byClock };
  return (span) => placed(after, partOf(before, span));
}

/** The same for a copy, which stays in its zone. */
export const intoCopy = (event: Span & Zoned, copyStart: Date): ((span: Span) => Span) =>
  movedTo(event, { startsAt: copyStart, timeZone: event.timeZone });

/** A moment such as the end of registration, as far from the new start, by the clocks of the zone, as it was from the old one. */
export const momentMovedTo = (event: Zoned, to: Zoned, at: Date): Date =>
  instantInto({ ...to, byClock: true }, minutesInto({ ...event, byClock: true }, at));
