import { type BusyTime, listedBusy, mergedBusy } from "./busy-times";
import { type CalendarBlocks, calendarBlocks } from "./components";
import { type Entry, entryOf, type Habits } from "./entry";
import { CALENDAR_OCCURRENCES, CALENDAR_STEPS } from "./limits";
import { allOccurrences, type Budget, type Occurrence, type Period } from "./occurrences";
import { type Problem, type ProblemList, problemList, type Refusal } from "./problems";
import { calendarLines } from "./text";
import { namedZone, utc, zonesOf } from "./zones";

export type CalendarRequest = Habits & {
  /** The days that are asked for, as milliseconds: start included, end excluded. */
  period: Period;
  /** Zone of whoever brings the file: for whole days, and for times that name none. */
  zone: string;
};

export type CalendarReading =
  | { ok: false; reason: Refusal; problems: Problem[] }
  | {
      ok: true;
      /** Events in the file, whatever became of them. */
      events: number;
      occurrences: Occurrence[];
      /** Busy times that the file lists without events. */
      listed: BusyTime[];
      /** What an import keeps. */
      busy: BusyTime[];
      problems: Problem[];
      /** All problems, also those that are not named any more. */
      problemCount: number;
    };

type Context = { request: CalendarRequest; problems: ProblemList; budget: Budget };
type Found = { events: number; entries: Entry[]; listed: BusyTime[] };

/** A cancellation says that its events do not take place: nothing of it blocks. */
const isCancellation = ({ method }: CalendarBlocks) => method === "CANCEL";

function contentsOf(calendar: CalendarBlocks, { request, problems }: Context, counted: number): Found {
  const zones = zonesOf(calendar.blocks, { said: calendar.zone, home: namedZone(request.zone) ?? utc });
  const events = calendar.blocks.filter(({ kind }) => kind === "VEVENT");
  if (isCancellation(calendar)) return { events: events.length, entries: [], listed: [] };
  const lists = calendar.blocks.filter(({ kind }) => kind === "VFREEBUSY");
  const entries = events.flatMap(
    (block, at) => entryOf(block, { zones, habits: request, problems, index: counted + at }) ?? [],
  );
  const listed = lists.flatMap((block) => listedBusy(block, zones, problems));
  return { events: events.length, entries, listed };
}

/**
 * Reads somebody's calendar: when they are busy, and nothing else of it. One bad event never costs the file. Reaches
 * nothing outside, whatever addresses the file names, and keeps nothing between two files.
 */
export function readCalendar(file: Uint8Array, request: CalendarRequest): CalendarReading {
  const problems = problemList();
  const text = calendarLines(file, problems);
  const refused = (reason: Refusal) => ({ ok: false as const, reason, problems: problems.named });
  if (!text.ok) return refused(text.reason);
  const calendars = calendarBlocks(text.lines);
  if (!calendars) return refused("damaged");
  const context = { request, problems, budget: { steps: { left: CALENDAR_STEPS }, occurrences: 0 } };
  let events = 0;
  const occurrences: Occurrence[] = [];
  const listed: BusyTime[] = [];
  for (const calendar of calendars) {
    const found = contentsOf(calendar, context, events);
    events += found.events;
    const { period } = request;
    const { budget } = context;
    for (const one of allOccurrences({ entries: found.entries, period, budget, problems }))
      occurrences.push(one);
    for (const one of found.listed) listed.push(one);
  }
  const all = mergedBusy(occurrences, listed, request.period);
  // Lists of busy times have no limit of their own, and nobody stores more than this.
  const busy = all.slice(0, CALENDAR_OCCURRENCES);
  if (busy.length < all.length) problems.add("too_many_occurrences");
  return {
    ok: true,
    events,
    occurrences,
    listed,
    busy,
    problems: problems.named,
    problemCount: problems.count(),
  };
}
