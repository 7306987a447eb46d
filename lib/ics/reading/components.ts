import { contentLine, nameOf } from "./content-line";
import type { ProblemList } from "./problems";

/** An event, a zone or a list of busy times, with its own lines; those of what lies within it, such as an alarm, apart. */
export type Block = { kind: string; lines: string[]; inner: string[] };
export type CalendarBlocks = { method: string; zone: string | undefined; blocks: Block[] };

type Open = { kind: string; block: Block | undefined };

function textAfter(line: string): string {
  return line.slice(line.indexOf(":") + 1).trim();
}

const kinds = new Set(["VEVENT", "VTIMEZONE", "VFREEBUSY"]);

/** Reads line by line what is inside of what. */
class BlockReader {
  readonly calendars: CalendarBlocks[] = [];
  private readonly open: Open[] = [];
  isDamaged = false;

  take(line: string) {
    const name = nameOf(line);
    if (name === "BEGIN") this.begin(textAfter(line).toUpperCase());
    else if (name === "END") this.end(textAfter(line).toUpperCase());
    else if (this.open.length > 0) this.keep(name, line);
    return !this.isDamaged;
  }

  /** Whatever was begun has ended. */
  isWhole = () => !this.isDamaged && this.open.length === 0 && this.calendars.length > 0;

  private begin(kind: string) {
    const depth = this.open.length;
    if (depth === 0 && kind === "VCALENDAR") {
      this.calendars.push({ method: "", zone: undefined, blocks: [] });
      this.open.push({ kind, block: undefined });
      return;
    }
    if (depth === 0 || kind === "VCALENDAR" || depth > 20) {
      this.isDamaged = depth > 0;
      return;
    }
    const outer = this.open.at(-1)?.block;
    const block = depth === 1 ? { kind, lines: [], inner: [] } : outer;
    if (depth === 1 && block && kinds.has(kind)) this.calendars.at(-1)?.blocks.push(block);
    if (depth > 1) outer?.inner.push(`BEGIN:${kind}`);
    this.open.push({ kind, block });
  }

  private end(kind: string) {
    const ended = this.open.pop();
    this.isDamaged = ended === undefined || ended.kind !== kind;
    if (this.open.length > 1) ended?.block?.inner.push(`END:${kind}`);
  }

  private keep(name: string, line: string) {
    const block = this.open.at(-1)?.block;
    const calendar = this.calendars.at(-1);
    if (block) (this.open.length === 2 ? block.lines : block.inner).push(line);
    else if (name === "METHOD" && calendar) calendar.method = textAfter(line).toUpperCase();
    else if (name === "X-WR-TIMEZONE" && calendar) calendar.zone = contentLine(line)?.value;
    // A line that is none, among those of the calendar itself: what it once belonged to is lost.
    else if (!line.includes(":")) this.isDamaged = true;
  }
}

/** All calendars of a file; undefined for one that is damaged, such as one that breaks off. */
export function calendarBlocks(lines: readonly string[]): CalendarBlocks[] | undefined {
  const reader = new BlockReader();
  for (const line of lines) {
    if (line.trim() !== "" && !reader.take(line)) return undefined;
  }
  return reader.isWhole() ? reader.calendars : undefined;
}

/** The wanted lines of a block by their names; what can't be understood is told of. */
export function wantedLines(block: Block, wanted: ReadonlySet<string>, problems: ProblemList) {
  const found = new Map<string, { line: ReturnType<typeof contentLine> }[]>();
  for (const text of block.lines) {
    const name = nameOf(text);
    if (!wanted.has(name)) continue;
    const line = contentLine(text);
    if (!line) problems.add("bad_line");
    found.set(name, [...(found.get(name) ?? []), { line }]);
  }
  return found;
}
