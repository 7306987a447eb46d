import { Temporal } from "temporal-polyfill";

const zonedOf = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

/** RFC 3339 with the zone's offset at that moment: `2026-11-12T10:00:00+01:00`. */
export const offsetTime = (at: Date, zone: string): string =>
  zonedOf(at, zone).toString({ timeZoneName: "never", smallestUnit: "second" });

/** The clock of the zone: `10:00`. */
export const clockTime = (at: Date, zone: string): string =>
  zonedOf(at, zone).toPlainTime().toString({ smallestUnit: "minute" });
