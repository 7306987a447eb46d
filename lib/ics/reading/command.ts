import { readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { Temporal } from "temporal-polyfill";
import { CALENDAR_BYTES, importWindow } from "./limits";
import { readApart } from "./read-apart";
import type { CalendarReading } from "./read-calendar";

const USAGE = "npm run ics:read -- FILE [--from 2027-01-01] [--to 2028-01-01] [--zone Europe/Berlin]";

/** A day, which begins at midnight in the zone, or a moment with its offset. */
function momentOf(text: string, zone: string): number {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return Temporal.PlainDate.from(text).toZonedDateTime({ timeZone: zone }).epochMilliseconds;
  }
  return Temporal.Instant.from(text).epochMilliseconds;
}

const said = (ms: number) => new Date(ms).toISOString();
const span = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }) => ({
  startsAt: said(startsAt),
  endsAt: said(endsAt),
});

/** The reading as JSON: instants in UTC, and nothing of what the entries are about. */
export function asJson(reading: CalendarReading) {
  if (!reading.ok) return { ok: false, reason: reading.reason, occurrences: [], problems: reading.problems };
  const { events, occurrences, listed, busy, problems, problemCount } = reading;
  return {
    ok: true,
    events,
    count: occurrences.length,
    occurrences: occurrences.map((one) => ({
      ...span(one),
      busy: one.busy,
      allDay: one.allDay,
      uid: one.uid,
    })),
    freeBusy: listed.map(span),
    busy: busy.map(span),
    problems,
    problemCount,
  };
}

/** `npm run ics:read`: prints what an import of the file would keep, by the same code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { from: { type: "string" }, to: { type: "string" }, zone: { type: "string" } },
    });
    const [file] = positionals;
    if (file === undefined) throw new RangeError(USAGE);
    const zone = values.zone ?? "Europe/Berlin";
    const usual = importWindow(new Date());
    const from = values.from === undefined ? usual.from.getTime() : momentOf(values.from, zone);
    const to = values.to === undefined ? usual.to.getTime() : momentOf(values.to, zone);
    // Of what is too large anyhow, one byte more than the limit says as much as all of it.
    const bytes =
      statSync(file).size > CALENDAR_BYTES ? new Uint8Array(CALENDAR_BYTES + 1) : readFileSync(file);
    const reading = await readApart(bytes, { period: { from, to }, zone, tentativeBlocks: true });
    process.stdout.write(`${JSON.stringify(asJson(reading), undefined, 2)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : USAGE}\n`);
    return 1;
  }
}
