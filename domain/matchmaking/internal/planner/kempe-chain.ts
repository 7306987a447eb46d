import { cell } from "./cells";
import type { Timetable } from "./timetable";

const CYCLE = -1;
const BLOCKED = -2;

/**
 * A Kempe chain of edge colouring: the talks of two slots that hang together by the people they share. When all of them
 * change to the other slot, nobody meets two people at once; those inside the chain have a talk in both slots before
 * and after, so only the people at its two ends see a change. A talk that may not stand in the other slot blocks it.
 */
export class KempeChain {
  /** The people at the ends; negative when the chain closes to a cycle, which has none. */
  firstEnd = CYCLE;
  lastEnd = CYCLE;
  private length = 0;
  private stamp = 0;
  private readonly links: Int32Array;
  private readonly marks: Int32Array;

  constructor(private readonly table: Timetable) {
    this.links = new Int32Array(table.compiled.wishes);
    this.marks = new Int32Array(table.compiled.wishes);
  }

  /** Follows the chain from a talk in `from`; false when something in it cannot move. */
  build(wish: number, { from, to }: { from: number; to: number }): boolean {
    const { a, b } = this.table.compiled;
    this.length = 0;
    this.stamp++;
    this.join(wish);
    this.firstEnd = this.walk(cell(a, wish), to, from);
    if (this.firstEnd === CYCLE) return true;
    if (this.firstEnd === BLOCKED) return false;
    this.lastEnd = this.walk(cell(b, wish), to, from);
    return this.lastEnd !== BLOCKED;
  }

  /** Talks at tables that leave `from`, less those that come to it. */
  tablesMoved(from: number): number {
    const { slotOf, compiled } = this.table;
    let moved = 0;
    for (let i = 0; i < this.length; i++) {
      const wish = cell(this.links, i);
      if (cell(compiled.takesTable, wish) === 1) moved += cell(slotOf, wish) === from ? 1 : -1;
    }
    return moved;
  }

  /** Published talks that would no longer stand where they were published, less those that would again. */
  publishedMoved(from: number, to: number): number {
    const { slotOf, compiled } = this.table;
    let moved = 0;
    for (let i = 0; i < this.length; i++) {
      const wish = cell(this.links, i);
      const published = cell(compiled.published, wish);
      if (published !== from && published !== to) continue;
      moved += cell(slotOf, wish) === published ? 1 : -1;
    }
    return moved;
  }

  /** Every talk of the chain changes to the other slot; doing it again undoes it. */
  apply(from: number, to: number): void {
    const { links, marks, table } = this;
    for (let i = 0; i < this.length; i++) {
      const wish = cell(links, i);
      marks[wish] = cell(table.slotOf, wish) === from ? -1 : 0;
      table.take(wish);
    }
    for (let i = 0; i < this.length; i++) {
      const wish = cell(links, i);
      table.put(wish, cell(marks, wish) < 0 ? to : from);
    }
  }

  private join(wish: number): void {
    this.links[this.length++] = wish;
    this.marks[wish] = this.stamp;
  }

  private walk(person: number, wanted: number, other: number): number {
    const { meetingAt, compiled } = this.table;
    const { slots, allowed, a, b } = compiled;
    let [at, want, leave] = [person, wanted, other];
    for (;;) {
      const wish = cell(meetingAt, at * slots + want);
      if (wish < 0) return at;
      if (cell(this.marks, wish) === this.stamp) return CYCLE;
      if (allowed[wish * slots + leave] !== 1) return BLOCKED;
      this.join(wish);
      at = cell(a, wish) === at ? cell(b, wish) : cell(a, wish);
      [want, leave] = [leave, want];
    }
  }
}
