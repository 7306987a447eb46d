import { cell } from "./cells";
import type { Weights } from "./goals";
import { KempeChain } from "./kempe-chain";
import type { Random } from "./random";
import type { Timetable } from "./timetable";
import { Unplaced } from "./unplaced";

/** The three ways in which the search changes a timetable. Each is kept or undone by the rule of simulated annealing. */
export class Moves {
  temperature = 1;
  readonly unplaced: Unplaced;
  private readonly chain: KempeChain;
  /** Wishes that the move under way touched, each followed by its slot before. */
  private readonly log: number[] = [];
  /** What a chain changes for people shows at its two ends alone. */
  private readonly isQuick: boolean;

  constructor(
    private readonly table: Timetable,
    private readonly random: Random,
    readonly weights: Weights,
  ) {
    this.isQuick = table.compiled.isMasked && !table.compiled.hasOrder;
    this.chain = new KempeChain(table);
    this.unplaced = new Unplaced(table);
  }

  cost(): number {
    const { goals, over, disordered } = this.table;
    const w = this.weights;
    const choice =
      goals.mustsMissing * w.must +
      goals.minimumMissing * w.minimum -
      goals.score * w.score -
      goals.spread * w.spread;
    const times = goals.gaps * w.gap + goals.waits * w.wait + goals.withoutRest * w.rest;
    const taste = goals.changed * w.changed + goals.notPreferred * w.notPreferred;
    return choice + times + taste + (over + disordered) * w.fault;
  }

  /** Moves a placed wish to another slot; whoever is in the way there changes places with it, and so on. */
  swapAlongChain(wish: number, slot: number): void {
    const { chain } = this;
    const from = cell(this.table.slotOf, wish);
    if (!chain.build(wish, { from, to: slot })) return;
    if (this.isQuick) {
      if (this.isAccepted(this.quickChange(from, slot))) chain.apply(from, slot);
      return;
    }
    const before = this.cost();
    chain.apply(from, slot);
    if (!this.isAccepted(this.cost() - before)) chain.apply(from, slot);
  }

  /** Places a wish that has no slot: moves what is in its way along a chain, or else throws it out. */
  insert(wish: number, slot: number): void {
    if (this.table.hasQuota(wish) && this.insertBesideChain(wish, slot)) return;
    const before = this.cost();
    this.log.length = 0;
    const isClear = this.clear(wish, slot);
    if (isClear) {
      this.log.push(wish, -1);
      this.table.put(wish, slot);
    }
    if (!isClear || !this.isAccepted(this.cost() - before)) {
      this.undo();
      return;
    }
    this.unplaced.delete(wish);
    for (let i = 0; i < this.log.length - 2; i += 2) this.unplaced.add(this.log[i] ?? 0);
  }

  /** Where only one of the two is busy: their talk there may move to a time in which they are free. */
  private insertBesideChain(wish: number, slot: number): boolean {
    const { table, chain } = this;
    const there = this.onlyTalkInTheWay(wish, slot);
    if (there < 0) return false;
    const domain = table.compiled.domain[there];
    const target = domain ? cell(domain, this.random.below(domain.length)) : slot;
    if (target === slot || !chain.build(there, { from: slot, to: target })) return false;
    const before = this.cost();
    chain.apply(slot, target);
    const isFree = table.isFree(wish, slot);
    if (isFree) table.put(wish, slot);
    if (isFree && this.isAccepted(this.cost() - before)) {
      this.unplaced.delete(wish);
      return true;
    }
    if (isFree) table.take(wish);
    chain.apply(slot, target);
    return false;
  }

  private onlyTalkInTheWay(wish: number, slot: number): number {
    const { meetingAt, compiled } = this.table;
    const ofA = cell(meetingAt, cell(compiled.a, wish) * compiled.slots + slot);
    const ofB = cell(meetingAt, cell(compiled.b, wish) * compiled.slots + slot);
    return ofA >= 0 && ofB >= 0 ? -1 : Math.max(ofA, ofB);
  }

  /** Two wishes change their slots: the load of the tables stays as it is. */
  exchange(one: number, other: number): void {
    const { table } = this;
    const [s, t] = [cell(table.slotOf, one), cell(table.slotOf, other)];
    const { allowed, slots } = table.compiled;
    if (s === t || allowed[one * slots + t] !== 1 || allowed[other * slots + s] !== 1) return;
    const before = this.cost();
    this.log.length = 0;
    this.eject(one);
    this.eject(other);
    if (table.isFree(one, t) && table.isFree(other, s)) {
      table.put(one, t);
      if (table.isFree(other, s)) {
        table.put(other, s);
        if (this.isAccepted(this.cost() - before)) return;
      }
    }
    this.undo();
  }

  private isAccepted(change: number): boolean {
    return change <= 0 || this.random.next() < Math.exp(-change / this.temperature);
  }

  private eject(wish: number): void {
    this.log.push(wish, cell(this.table.slotOf, wish));
    this.table.take(wish);
  }

  private undo(): void {
    const { log, table } = this;
    for (let i = 0; i < log.length; i += 2) {
      const wish = log[i] ?? 0;
      if (cell(table.slotOf, wish) >= 0) table.take(wish);
    }
    for (let i = 0; i < log.length; i += 2) {
      const slot = log[i + 1] ?? -1;
      if (slot >= 0) table.put(log[i] ?? 0, slot);
    }
  }

  private clear(wish: number, slot: number): boolean {
    const { a, b } = this.table.compiled;
    return (
      this.clearPerson(cell(a, wish), slot) &&
      this.clearPerson(cell(b, wish), slot) &&
      this.clearTable(wish, slot)
    );
  }

  private clearPerson(person: number, slot: number): boolean {
    const { table } = this;
    const there = cell(table.meetingAt, person * table.compiled.slots + slot);
    if (there >= 0) {
      if (cell(table.compiled.isLocked, there) === 1) return false;
      this.eject(there);
    }
    if (table.isBelowQuota(person)) return true;
    const lightest = this.lightestOf(person);
    if (lightest >= 0) this.eject(lightest);
    return lightest >= 0;
  }

  /** The placed wish of a person that costs least to give up; among equals any. */
  private lightestOf(person: number): number {
    const { slotOf, compiled } = this.table;
    let lightest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const wish of compiled.wishesOf[person] ?? []) {
      if (cell(slotOf, wish) < 0 || cell(compiled.isLocked, wish) === 1) continue;
      const value =
        cell(compiled.isMust, wish) * this.weights.must + cell(compiled.score, wish) * this.weights.score;
      if (value > least || (value === least && this.random.next() >= 0.4)) continue;
      lightest = wish;
      least = value;
    }
    return lightest;
  }

  /** Where a fault weighs more than any wish, a full slot gives up one of its talks instead of becoming too full. */
  private clearTable(wish: number, slot: number): boolean {
    const { table } = this;
    if (this.weights.fault <= 1 || table.hasTable(wish, slot)) return true;
    const { wishes, isLocked, takesTable } = table.compiled;
    for (let attempt = 0; attempt < 200; attempt++) {
      const other = this.random.below(wishes);
      if (cell(table.slotOf, other) !== slot || cell(takesTable, other) === 0) continue;
      if (cell(isLocked, other) === 1) continue;
      this.eject(other);
      return true;
    }
    return false;
  }

  private quickChange(from: number, to: number): number {
    const { chain, weights } = this;
    const moved = chain.tablesMoved(from);
    const over =
      this.overfull(to, moved) + this.overfull(from, -moved) - this.overfull(to, 0) - this.overfull(from, 0);
    const changed = this.table.compiled.hasPublished ? chain.publishedMoved(from, to) : 0;
    const everywhere = over * weights.fault + changed * weights.changed;
    if (chain.firstEnd < 0) return everywhere;
    const bits = (1 << from) | (1 << to);
    const { table } = this;
    return (
      everywhere +
      table.changeOf(chain.firstEnd, bits, weights) +
      table.changeOf(chain.lastEnd, bits, weights)
    );
  }

  private overfull(slot: number, change: number): number {
    return Math.max(0, cell(this.table.load, slot) + change - cell(this.table.compiled.tables, slot));
  }
}
