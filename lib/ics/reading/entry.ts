import { type Block, wantedLines } from "./components";
import type { ContentLine } from "./content-line";
import { LONGEST_MS } from "./limits";
import { after, clockIn, DAY_MS, instantOf, type Length, lengthIn, type Moment, momentIn } from "./moments";
import type { ProblemCode, ProblemList } from "./problems";
import type { Zones } from "./zones";

/** A moment with a length of its own, as RDATE can say it. */
export type Extra = { at: Moment; length: Length | undefined };

/** An event of a file: when it is, and nothing about what it is. */
export type Entry = {
  uid: string;
  sequence: number;
  stamp: number;
  start: Moment;
  length: Length;
  rule: string | undefined;
  extras: Extra[];
  exceptions: Moment[];
  /** Which occurrence of the series with this UID it stands for. */
  instead: Moment | undefined;
  /** Its person is somewhere else meanwhile: not cancelled, declined or marked as free. */
  isBusy: boolean;
};

const wanted = new Set([
  ...["UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE"],
  ...["RECURRENCE-ID", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "ATTENDEE"],
]);

export type Habits = {
  /** The address whose own yes or no counts. */
  owner?: string | undefined;
  /** Whether what is not sure yet blocks, too. */
  tentativeBlocks: boolean;
};

type Found = ReturnType<typeof wantedLines>;
const lineOf = (found: Found, name: string): ContentLine | undefined => found.get(name)?.[0]?.line;
const saidIn = (found: Found, name: string): string => lineOf(found, name)?.value.toUpperCase() ?? "";
const listOf = (found: Found, name: string) => found.get(name)?.flatMap(({ line }) => line ?? []) ?? [];

function isBusy(found: Found, { owner, tentativeBlocks }: Habits): boolean {
  const outlook = saidIn(found, "X-MICROSOFT-CDO-BUSYSTATUS");
  const mine = owner === undefined ? undefined : `mailto:${owner.toLowerCase()}`;
  const answer = listOf(found, "ATTENDEE")
    .find(({ value }) => value.toLowerCase() === mine)
    ?.params.get("PARTSTAT");
  const isOff =
    saidIn(found, "STATUS") === "CANCELLED" ||
    saidIn(found, "TRANSP") === "TRANSPARENT" ||
    outlook === "FREE" ||
    answer?.toUpperCase() === "DECLINED";
  const isOpen =
    saidIn(found, "STATUS") === "TENTATIVE" ||
    outlook === "TENTATIVE" ||
    answer?.toUpperCase() === "TENTATIVE";
  return !isOff && (tentativeBlocks || !isOpen);
}

class Reading {
  constructor(
    readonly found: Found,
    readonly zones: Zones,
    readonly note: (code: ProblemCode) => void,
  ) {}

  /** All moments of the lines of this name, those that can be read. */
  moments(name: string, code: ProblemCode): Moment[] {
    const known = listOf(this.found, name).flatMap(({ value, params }) =>
      value.split(",").flatMap((text) => this.moment(text, params) ?? this.none(code)),
    );
    return known;
  }

  moment(text: string, params: ContentLine["params"]): Moment | undefined {
    const moment = momentIn(text, params, this.zones);
    if (moment?.isLost) this.note("unknown_zone");
    return moment;
  }

  none(code: ProblemCode): [] {
    this.note(code);
    return [];
  }

  extras(): Extra[] {
    return listOf(this.found, "RDATE").flatMap(({ value, params }) =>
      value.split(",").flatMap((text): Extra[] => {
        const [from = "", to] = text.split("/");
        const at = this.moment(from, params);
        if (!at) return this.none("bad_date");
        if (to === undefined) return [{ at, length: undefined }];
        const end = momentIn(to, params, this.zones);
        const length = end ? { days: 0, ms: instantOf(end) - instantOf(at) } : lengthIn(to);
        return length && length.ms >= 0 && length.ms <= LONGEST_MS ? [{ at, length }] : this.none("bad_date");
      }),
    );
  }
}

/** From the start to DTEND. Where the end comes first, the two were swapped, or the entry has no length at all. */
function lengthUntil(start: Moment, end: Moment, note: Reading["note"]): { start: Moment; length: Length } {
  const ms = instantOf(end) - instantOf(start);
  if (start.isDate && end.isDate && ms >= 0)
    return { start, length: { days: (end.wall - start.wall) / DAY_MS, ms: 0 } };
  if (ms >= 0) return { start, length: { days: 0, ms } };
  note("end_before_start");
  return -ms <= DAY_MS ? { start: end, length: { days: 0, ms: -ms } } : { start, length: { days: 0, ms: 0 } };
}

type Spanned = { start: Moment; length: Length };

/** When the entry begins and how long it takes; undefined when that can't be read. */
function spanned(reading: Reading): Spanned | undefined {
  const { found, note } = reading;
  const first = found.get("DTSTART")?.[0];
  const start = first?.line && reading.moment(first.line.value, first.line.params);
  if (!start) {
    note(first ? "bad_start" : "no_start");
    return undefined;
  }
  const end = found.get("DTEND")?.[0];
  if (end) {
    const at = end.line && reading.moment(end.line.value, end.line.params);
    if (at) return lengthUntil(start, at, note);
    note("bad_end");
    return undefined;
  }
  if (!found.has("DURATION")) return { start, length: { days: start.isDate ? 1 : 0, ms: 0 } };
  const length = lengthIn(lineOf(found, "DURATION")?.value ?? "");
  if (!length) note("bad_duration");
  return length && { start, length };
}

const stampOf = (text: string) => clockIn(text)?.wall ?? 0;

/** Reads one event; undefined, with the reason noted, for one that can't be placed in time. */
export function entryOf(
  block: Block,
  { zones, habits, problems, index }: { zones: Zones; habits: Habits; problems: ProblemList; index: number },
): Entry | undefined {
  const found = wantedLines(block, wanted, problems);
  const said = lineOf(found, "UID")?.value ?? "";
  const note = (code: ProblemCode) => problems.add(code, said);
  const reading = new Reading(found, zones, note);
  const span = spanned(reading);
  if (!span) return undefined;
  if (after(span.start, span.length) - instantOf(span.start) > LONGEST_MS) {
    note("too_long");
    return undefined;
  }
  const instead = lineOf(found, "RECURRENCE-ID");
  if (instead?.params.has("RANGE")) note("range_ignored");
  return {
    ...span,
    uid: said === "" ? `without-uid-${index}` : said,
    sequence: Number.parseInt(saidIn(found, "SEQUENCE"), 10) || 0,
    stamp: stampOf(saidIn(found, "DTSTAMP")),
    // What stands for one occurrence does not recur, whatever it took along from its series.
    rule: instead ? undefined : lineOf(found, "RRULE")?.value,
    extras: reading.extras(),
    exceptions: reading.moments("EXDATE", "bad_exception"),
    instead: instead && reading.moment(instead.value, instead.params),
    isBusy: isBusy(found, habits),
  };
}
