import { refreshCalendar } from "@/domain/matchmaking/commands/refresh-calendar";
import { dueCalendars } from "@/domain/matchmaking/queries/availability";
import { busyAtAddress, type OwnCalendar, type Reader } from "@/lib/ics/reading/own-calendar";
import { now } from "@/lib/time/clock";
import { worker } from "./mails/parts";

/** A calendar is looked at four times a day; a run takes few, so that one is done before the next begins. */
const EVERY_MS = 6 * 3_600_000;
const AT_ONCE = 10;

type Fetch = (address: string, reader: Reader) => Promise<OwnCalendar>;

/** Fetches the calendars again that people gave the address of. One that can't be read keeps what it said last. */
export async function fetchCalendars(fetchOne: Fetch = busyAtAddress): Promise<void> {
  const started = now();
  const due = await dueCalendars(new Date(started.getTime() - EVERY_MS), AT_ONCE);
  for (const { importId, address, ...reader } of due) {
    const read = await fetchOne(address, { ...reader, now: started });
    const outcome = read.ok ? { busy: read.busy, problems: read.problems } : { failure: read.reason };
    const kept = await refreshCalendar({ actor: worker, input: { importId, outcome } });
    // What can't be kept was tried all the same: else it is first in line for ever, and nobody else has a turn.
    if (!kept.ok && kept.failure.kind === "invalid")
      await refreshCalendar({ actor: worker, input: { importId, outcome: { failure: "too_hard" } } });
  }
}
