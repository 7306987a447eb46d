import { add, cell } from "./cells";
import type { Compiled } from "./compiled";
import type { Weights } from "./goals";
import type { Goals } from "./model";
import { gapsOf, type Programme, programmeOf, programmeOfMask, waitsOf } from "./programme";

/** What the k-th talk of a person adds to `spread`. */
const spreadOf = (talk: number) => Math.round(10_000 / talk);

/**
 * A timetable that talks are put into and taken from, with everything it is judged by kept up to date. Nobody ever has
 * two talks at one time and nobody more than their quota; too full tables (`over`) and broken precedences (`disordered`)
 * may occur on the way, and only a timetable without either is a plan.
 */
export class Timetable {
  readonly slotOf: Int32Array;
  /** The talk of a person in a slot, for (person, slot); -1 where there is none. */
  readonly meetingAt: Int32Array;
  /** The first 31 slots of each person as bits. */
  readonly used: Int32Array;
  readonly count: Int32Array;
  readonly load: Int32Array;
  over = 0;
  disordered = 0;
  readonly goals: Goals;
  private readonly shapes: Int32Array;
  private readonly scratch: Programme = { gaps: 0, waits: 0, withoutRest: 0, notPreferred: 0 };

  constructor(readonly compiled: Compiled) {
    const { people, slots, wishes, isMust, min, published } = compiled;
    this.slotOf = new Int32Array(wishes).fill(-1);
    this.meetingAt = new Int32Array(people * slots).fill(-1);
    this.used = new Int32Array(people);
    this.count = new Int32Array(people);
    this.load = new Int32Array(slots);
    this.shapes = new Int32Array(people * 4);
    this.goals = {
      mustsMissing: isMust.reduce((sum, one) => sum + one, 0),
      minimumMissing: min.reduce((sum, one) => sum + one, 0),
      score: 0,
      spread: 0,
      gaps: 0,
      waits: 0,
      withoutRest: 0,
      changed: published.reduce((sum, slot) => sum + (slot >= 0 ? 1 : 0), 0),
      notPreferred: 0,
    };
  }

  get isPlan(): boolean {
    return this.over === 0 && this.disordered === 0;
  }

  isFree(wish: number, slot: number): boolean {
    const { a, b, slots } = this.compiled;
    return (
      cell(this.meetingAt, cell(a, wish) * slots + slot) < 0 &&
      cell(this.meetingAt, cell(b, wish) * slots + slot) < 0
    );
  }

  hasQuota(wish: number): boolean {
    return this.isBelowQuota(cell(this.compiled.a, wish)) && this.isBelowQuota(cell(this.compiled.b, wish));
  }

  isBelowQuota(person: number): boolean {
    return cell(this.count, person) < cell(this.compiled.max, person);
  }

  hasTable(wish: number, slot: number): boolean {
    return (
      cell(this.compiled.takesTable, wish) === 0 || cell(this.load, slot) < cell(this.compiled.tables, slot)
    );
  }

  put(wish: number, slot: number): void {
    const { compiled, goals } = this;
    if (compiled.hasOrder) this.disordered += this.orderBreaks(wish, slot);
    this.slotOf[wish] = slot;
    this.attach(cell(compiled.a, wish), wish, slot);
    this.attach(cell(compiled.b, wish), wish, slot);
    if (cell(compiled.takesTable, wish) === 1 && add(this.load, slot, 1) > cell(compiled.tables, slot))
      this.over++;
    goals.score += cell(compiled.score, wish);
    goals.mustsMissing -= cell(compiled.isMust, wish);
    if (cell(compiled.published, wish) === slot) goals.changed--;
  }

  take(wish: number): void {
    const { compiled, goals } = this;
    const slot = cell(this.slotOf, wish);
    this.slotOf[wish] = -1;
    if (compiled.hasOrder) this.disordered -= this.orderBreaks(wish, slot);
    this.detach(cell(compiled.a, wish), slot);
    this.detach(cell(compiled.b, wish), slot);
    if (cell(compiled.takesTable, wish) === 1 && add(this.load, slot, -1) >= cell(compiled.tables, slot))
      this.over--;
    goals.score -= cell(compiled.score, wish);
    goals.mustsMissing += cell(compiled.isMust, wish);
    if (cell(compiled.published, wish) === slot) goals.changed++;
  }

  /** Precedences that a wish in this slot would break with those that stand. */
  orderBreaks(wish: number, slot: number): number {
    let broken = 0;
    for (const other of this.compiled.mustBefore[wish] ?? []) if (cell(this.slotOf, other) >= slot) broken++;
    for (const other of this.compiled.mustAfter[wish] ?? []) {
      const at = cell(this.slotOf, other);
      if (at >= 0 && at <= slot) broken++;
    }
    return broken;
  }

  /** What it would cost if these slots of a person, as bits, were used where they are free and free where they are used. */
  changeOf(person: number, bits: number, weights: Weights): number {
    const { compiled, shapes, scratch } = this;
    const before = cell(this.used, person);
    const after = before ^ bits;
    const { gap, wait } = weights;
    if (compiled.isPlain)
      return gap * (gapsOf(after) - gapsOf(before)) + wait * (waitsOf(after) - waitsOf(before));
    programmeOfMask(compiled, after, { person, into: scratch });
    const at = person * 4;
    return (
      gap * (scratch.gaps - cell(shapes, at)) +
      wait * (scratch.waits - cell(shapes, at + 1)) +
      weights.rest * (scratch.withoutRest - cell(shapes, at + 2)) +
      weights.notPreferred * (scratch.notPreferred - cell(shapes, at + 3))
    );
  }

  /** Empties the timetable and fills it anew. */
  restore(placement: Int32Array): void {
    this.slotOf.forEach((slot, wish) => {
      if (slot >= 0) this.take(wish);
    });
    placement.forEach((slot, wish) => {
      if (slot >= 0) this.put(wish, slot);
    });
  }

  private attach(person: number, wish: number, slot: number): void {
    const { compiled, goals } = this;
    this.meetingAt[person * compiled.slots + slot] = wish;
    const talks = add(this.count, person, 1);
    if (talks <= cell(compiled.min, person)) goals.minimumMissing--;
    goals.spread += spreadOf(cell(compiled.heldBefore, person) + talks);
    this.reshape(person, slot);
  }

  private detach(person: number, slot: number): void {
    const { compiled, goals } = this;
    this.meetingAt[person * compiled.slots + slot] = -1;
    const talks = add(this.count, person, -1) + 1;
    if (talks <= cell(compiled.min, person)) goals.minimumMissing++;
    goals.spread -= spreadOf(cell(compiled.heldBefore, person) + talks);
    this.reshape(person, slot);
  }

  private reshape(person: number, slot: number): void {
    const before = cell(this.used, person);
    const now = before ^ (slot < 31 ? 1 << slot : 0);
    this.used[person] = now;
    if (this.compiled.isPlain) {
      this.goals.gaps += gapsOf(now) - gapsOf(before);
      this.goals.waits += waitsOf(now) - waitsOf(before);
    } else this.reshapeInFull(person);
  }

  private programmeNow(person: number): Programme {
    const told = { person, into: this.scratch };
    return this.compiled.isMasked
      ? programmeOfMask(this.compiled, cell(this.used, person), told)
      : programmeOf(this.compiled, this.meetingAt, told);
  }

  private reshapeInFull(person: number): void {
    const { goals, shapes } = this;
    const { gaps, waits, withoutRest, notPreferred } = this.programmeNow(person);
    const at = person * 4;
    goals.gaps += gaps - cell(shapes, at);
    goals.waits += waits - cell(shapes, at + 1);
    goals.withoutRest += withoutRest - cell(shapes, at + 2);
    goals.notPreferred += notPreferred - cell(shapes, at + 3);
    shapes[at] = gaps;
    shapes[at + 1] = waits;
    shapes[at + 2] = withoutRest;
    shapes[at + 3] = notPreferred;
  }
}
