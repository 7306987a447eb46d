import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import type { Block } from "./components";
import { contentLine, nameOf } from "./content-line";
import { windowsZone } from "./windows-zones";

/**
 * A clock on a wall. `instantOf` takes the time it shows, as milliseconds that would be UTC if it hung in Greenwich, and
 * gives the moment. A time that the clocks skip is read with the offset before; one that comes twice is the first.
 */
export type Zone = { instantOf: (wall: number) => number };

export const utc: Zone = { instantOf: (wall) => wall };

const QUARTER = 900_000;

/** Offsets of all zones change at quarters of an hour: what was looked up holds for the rest of it. */
function remembered(offsetAt: (wall: number) => number): Zone {
  const offsets = new Map<number, number>();
  return {
    instantOf: (wall) => {
      const quarter = Math.floor(wall / QUARTER);
      const offset = offsets.get(quarter) ?? offsetAt(quarter * QUARTER);
      offsets.set(quarter, offset);
      return wall - offset;
    },
  };
}

/** A zone of the IANA database; undefined for a name it does not have. */
export function namedZone(name: string): Zone | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
  } catch {
    return undefined;
  }
  return remembered((wall) => {
    const clock = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO("UTC").toPlainDateTime();
    return wall - clock.toZonedDateTime(name, { disambiguation: "compatible" }).epochMilliseconds;
  });
}

/** `/Europe/Stockholm`, `/vendor.example/20270101/Europe/Berlin`: the name of a zone behind somebody's own. */
function ianaIn(name: string): Zone | undefined {
  const parts = name.replace(/^\//, "").split("/").slice(-3);
  const candidates = parts.map((_, at) => parts.slice(at).join("/"));
  // One part alone would take the last word of anything for a zone.
  return candidates
    .filter((one) => one.includes("/") || one === name)
    .map(namedZone)
    .find(Boolean);
}

/** The rules that the file itself brings along for a name. */
function ownZone(block: Block): Zone | undefined {
  try {
    const text = ["BEGIN:VTIMEZONE", ...block.lines, ...block.inner, "END:VTIMEZONE"].join("\r\n");
    const component = new ICAL.Component(ICAL.parse(text));
    const zone = new ICAL.Timezone(component);
    const offsetAt = (wall: number) => {
      const clock = ICAL.Time.fromJSDate(new Date(wall), true);
      return zone.utcOffset(clock) * 1_000;
    };
    if (!Number.isFinite(offsetAt(Date.UTC(2027, 0, 1)))) return undefined;
    return remembered(offsetAt);
  } catch {
    return undefined;
  }
}

export type Zones = {
  /** The zone of a name, in this order: IANA, Windows, the file's own; undefined when nobody knows it. */
  of: (name: string) => Zone | undefined;
  /** For times that name no zone, and for whole days. */
  floating: Zone;
};

/** As a parameter a name has quotes where as a value it has backslashes. */
const plain = (name: string) => name.replaceAll("\\", "");

const nameIn = (block: Block) =>
  block.lines.flatMap((line) => (nameOf(line) === "TZID" ? (contentLine(line)?.value ?? []) : []))[0];

/** The zones of one calendar. `home` is the zone of whoever brings the file. */
export function zonesOf(
  blocks: readonly Block[],
  { said, home }: { said: string | undefined; home: Zone },
): Zones {
  const own = new Map(
    blocks.flatMap((block) => {
      const name = block.kind === "VTIMEZONE" ? nameIn(block) : undefined;
      return name === undefined ? [] : [[plain(name), block] as const];
    }),
  );
  const known = new Map<string, Zone | undefined>();
  const found = (name: string) => {
    const iana = ianaIn(name) ?? namedZone(windowsZone(name) ?? "");
    const block = own.get(plain(name));
    return iana ?? (block && ownZone(block));
  };
  const of = (name: string) => {
    if (!known.has(name)) known.set(name, found(name));
    return known.get(name);
  };
  return { of, floating: (said && of(said)) || home };
}
