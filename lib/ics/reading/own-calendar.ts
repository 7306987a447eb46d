import { fetchPublic } from "@/lib/net/fetch-public";
import { CALENDAR_BYTES, importWindow } from "./limits";
import { readApart } from "./read-apart";

const LIMITS = { bytes: CALENDAR_BYTES, ms: 10_000, redirects: 3 };

type Busy = { startsAt: Date; endsAt: Date }[];
export type OwnCalendar = { ok: true; busy: Busy; problems: number } | { ok: false; reason: string };
export type Reader = { zone: string; owner?: string | undefined; tentativeBlocks: boolean; now: Date };

/** When somebody is busy, as a file of theirs says, from a month ago until a year from now. */
export async function busyInFile(file: Uint8Array, { now, ...reader }: Reader): Promise<OwnCalendar> {
  const { from, to } = importWindow(now);
  const period = { from: from.getTime(), to: to.getTime() };
  const reading = await readApart(file, { ...reader, period });
  if (!reading.ok) return { ok: false, reason: reading.reason };
  const busy = reading.busy.map(({ startsAt, endsAt }) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  }));
  return { ok: true, busy, problems: reading.problemCount };
}

/** The same of the calendar at an address. A page, such as one that asks to sign in, is no calendar. */
export async function busyAtAddress(
  address: string,
  reader: Reader,
  ask: typeof fetchPublic = fetchPublic,
): Promise<OwnCalendar> {
  const fetched = await ask(address, LIMITS);
  if (!fetched.ok) return fetched;
  if (/^text\/html|^application\/xhtml/i.test(fetched.type)) return { ok: false, reason: "not_a_calendar" };
  return busyInFile(fetched.bytes, reader);
}
