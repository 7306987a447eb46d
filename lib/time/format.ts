import { intlTag, type Locale } from "@/lib/i18n/locales";

type Place = { locale: Locale /** IANA zone in which the clock is read. */; zone: string };
type Moment = Place & { at: Date };
export type Span = Place & { startsAt: Date; endsAt: Date };

const DAY = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Building a format costs about a hundred times what using it costs, so each is built once. */
function formatOf({ locale, zone }: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(intlTag[locale], { ...options, timeZone: zone });
  formats.set(key, made);
  return made;
}

/** Intl puts thin and narrow spaces between some parts; the product has one kind of space and one dash. */
const plain = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, " ");

const partOf = (format: Intl.DateTimeFormat, at: Date, type: Intl.DateTimeFormatPartTypes) =>
  format.formatToParts(at).find((part) => part.type === type)?.value ?? "";

/** Short name of the zone at that moment: „MEZ“ or „MESZ“ in German, “CET” or “CEST” in English. */
export function zoneName({ at, ...place }: Moment): string {
  return partOf(formatOf(place, { ...CLOCK, timeZoneName: "short" }), at, "timeZoneName");
}

/** Day in a form for comparing and grouping: `2026-11-12`. */
export function dayKey({ zone, at }: { zone: string; at: Date }): string {
  const format = formatOf({ locale: "en", zone }, { year: "numeric", month: "2-digit", day: "2-digit" });
  return (["year", "month", "day"] as const).map((type) => partOf(format, at, type)).join("-");
}

/** „Do., 12. Nov. 2026“, “Thu, 12 Nov 2026”. */
export function formatDay({ at, ...place }: Moment): string {
  return plain(formatOf(place, DAY).format(at));
}

/** „Donnerstag, 12. November“, “Thursday 12 November”: for headings within the year. */
export function formatLongDay({ at, ...place }: Moment): string {
  return plain(formatOf(place, { weekday: "long", day: "numeric", month: "long" }).format(at));
}

/** Weekday, day and month apart, for a DateBox: „Do.“, „12“, „Nov.“. */
export function dayParts({ at, ...place }: Moment): { weekday: string; day: string; month: string } {
  const format = formatOf(place, { weekday: "short", day: "numeric", month: "short" });
  return {
    weekday: partOf(format, at, "weekday"),
    day: partOf(format, at, "day"),
    month: partOf(format, at, "month"),
  };
}

/** „25. Nov.“, “25 Nov”: for a column that says the weekday itself. */
export function formatDayMonth({ at, ...place }: Moment): string {
  return plain(formatOf(place, { day: "numeric", month: "short" }).format(at));
}

/** “10:00”, two digits and 24 hours in both languages. */
export function formatClock({ at, ...place }: Moment): string {
  return formatOf(place, CLOCK).format(at);
}

const oClock = (locale: Locale) => (locale === "de" ? " Uhr" : "");

/** „10:00–11:30 Uhr“, “10:00–11:30”; no zone, so only beside something that says it. */
export function formatClockSpan({ startsAt, endsAt, ...place }: Span): string {
  const [start, end] = [startsAt, endsAt].map((at) => formatClock({ ...place, at }));
  return `${start}–${end}${oClock(place.locale)}`;
}

/** „17:00“, and „29. Feb., 17:00“ when that is on a later day than the start; an end at midnight belongs to the day before. */
export function formatEndClock({ startsAt, endsAt, ...place }: Span): string {
  const clock = formatClock({ ...place, at: endsAt });
  const lastMoment = new Date(endsAt.getTime() - 1);
  const isSameDay = dayKey({ ...place, at: startsAt }) === dayKey({ ...place, at: lastMoment });
  return isSameDay ? clock : `${formatDayMonth({ ...place, at: endsAt })}, ${clock}`;
}

/** „12.11.2026 10:00“: what a German spreadsheet takes for a date with its time. */
export function spreadsheetTime({ zone, at }: { zone: string; at: Date }): string {
  const day = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
  return formatOf({ locale: "de", zone }, { ...day, ...CLOCK })
    .format(at)
    .replace(",", "");
}

/** „10:00 Uhr MEZ“, “10:00 CET”: for what is near. */
export const momentClock = (moment: Moment): string =>
  `${formatClock(moment)}${oClock(moment.locale)} ${zoneName(moment)}`;

/** „10:00–11:30 Uhr MEZ“; where the clocks change in between, both say by which: „02:50 Uhr MESZ – 02:10 Uhr MEZ“. */
export function momentClockSpan({ startsAt, endsAt, ...place }: Span): string {
  const start = { ...place, at: startsAt };
  const end = { ...place, at: endsAt };
  if (zoneName(start) !== zoneName(end)) return `${momentClock(start)} – ${momentClock(end)}`;
  return `${formatClockSpan({ ...place, startsAt, endsAt })} ${zoneName(start)}`;
}

/** „Do., 12. Nov. 2026, 10:00 Uhr MEZ“, “Thu, 12 Nov 2026, 10:00 CET”. */
export const formatMoment = (moment: Moment): string => `${formatDay(moment)}, ${momentClock(moment)}`;

/** Whether two clock times beside one day and one zone say all of it: it ends on that day, and by the same clocks. */
export const isWithinDay = ({ startsAt, endsAt, ...place }: Span): boolean =>
  dayKey({ ...place, at: startsAt }) === dayKey({ ...place, at: endsAt }) &&
  zoneName({ ...place, at: startsAt }) === zoneName({ ...place, at: endsAt });

/**
 * „Do., 12. Nov. 2026, 10:00–11:30 Uhr MEZ“. Over midnight both days are said; when the clocks change in between,
 * both zones are said.
 */
export function formatSpan({ startsAt, endsAt, ...place }: Span): string {
  const start = { ...place, at: startsAt };
  const end = { ...place, at: endsAt };
  if (zoneName(start) !== zoneName(end)) {
    const until =
      dayKey(start) === dayKey(end)
        ? `${formatClock(end)}${oClock(place.locale)} ${zoneName(end)}`
        : formatMoment(end);
    return `${formatMoment(start)} – ${until}`;
  }
  if (dayKey(start) !== dayKey(end)) {
    return `${formatDay(start)}, ${formatClock(start)}${oClock(place.locale)} – ${formatMoment(end)}`;
  }
  return `${formatDay(start)}, ${formatClockSpan({ ...place, startsAt, endsAt })} ${zoneName(start)}`;
}

/** Whether the text is an IANA zone this machine knows. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** „04:00 GMT-5“: the same moment on the reader's clock; undefined when that shows the same, or the zone is unknown. */
export function ownZoneClock({ ownZone, ...moment }: Moment & { ownZone: string }): string | undefined {
  if (!isTimeZone(ownZone)) return undefined;
  const own = { ...moment, zone: ownZone };
  return formatClock(own) === formatClock(moment) ? undefined : `${formatClock(own)} ${zoneName(own)}`;
}

/** The same span on the reader's clock; undefined when that clock shows the same, or the zone is unknown. */
export function ownZoneSpan({ ownZone, ...span }: Span & { ownZone: string }): string | undefined {
  if (!isTimeZone(ownZone)) return undefined;
  const own = { ...span, zone: ownZone };
  const shows = (place: Span) => formatSpan(place).replace(zoneName({ ...place, at: place.startsAt }), "");
  if (shows(own) === shows(span)) return undefined;
  const sameDay =
    dayKey({ zone: span.zone, at: span.startsAt }) === dayKey({ zone: ownZone, at: span.startsAt });
  const text =
    sameDay && isWithinDay(own)
      ? `${formatClockSpan(own)} ${zoneName({ ...own, at: own.startsAt })}`
      : formatSpan(own);
  // The short name of some zones is all there is to say: nobody reads „UTC (UTC)“.
  const place = ownZone.replaceAll("_", " ").replace(/^Etc\//, "");
  return text.endsWith(` ${place}`) ? text : `${text} (${place})`;
}

/** „heute“, „morgen“, “today”, “tomorrow”; undefined for any other day of that zone. */
export function relativeDay({ at, now, ...place }: Moment & { now: Date }): string | undefined {
  const dayNumber = (date: Date) => Date.parse(dayKey({ zone: place.zone, at: date })) / 86_400_000;
  const days = dayNumber(at) - dayNumber(now);
  if (days !== 0 && days !== 1) return undefined;
  return new Intl.RelativeTimeFormat(intlTag[place.locale], { numeric: "auto" }).format(days, "day");
}
