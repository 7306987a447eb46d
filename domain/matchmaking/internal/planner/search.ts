import { cell } from "./cells";
import type { Compiled } from "./compiled";
import { fill } from "./first-plan";
import { arranging, choosing, type Depth, isBetter, type Stage } from "./goals";
import type { Goals, Placement } from "./model";
import { Moves } from "./moves";
import type { Random } from "./random";
import { Timetable } from "./timetable";

export type Best = { placement: Placement; goals: Goals };

export type SearchOptions = {
  random: Random;
  /** True when the time is up or somebody wants it to end; asked every thousand moves. */
  isOver: () => boolean;
  onBetter: (best: Best) => void;
};

/** Moves of the first round: when wishes are arranged, and for each wish when they are chosen. */
const FIRST_ROUND = 2_000_000;
const FIRST_ROUND_PER_WISH = 450;
const GROWTH = 2;
const BLOCK = 1_000;

/** Simulated annealing over timetables, in rounds that become longer. Whenever it stops, `best` is a plan. */
export class Search {
  best: Best;
  moves = 0;
  /** Whole rounds since the best plan was found. */
  idleRounds = 0;
  /** How often a better plan was found. */
  private found = 0;
  private readonly table: Timetable;
  private readonly averageScore: number;

  constructor(
    private readonly compiled: Compiled,
    private readonly options: SearchOptions,
  ) {
    this.table = new Timetable(compiled);
    fill(this.table);
    this.best = { placement: this.table.slotOf.slice(), goals: { ...this.table.goals } };
    const total = compiled.score.reduce((sum, score) => sum + score, 0);
    this.averageScore = Math.max(total / Math.max(compiled.wishes, 1), 1e-6);
  }

  /** Works on which wishes have a place, until `isDone` says so or `isOver`. */
  choose(isDone: () => boolean, isOver: () => boolean): void {
    const first = this.compiled.wishes * FIRST_ROUND_PER_WISH;
    if (!this.compiled.isAllMusts) this.run(choosing(this.averageScore), { isDone, isOver, first });
    this.settle();
  }

  /** Works on when the talks take place; still places what finds a place. */
  arrange(isDone: () => boolean, isOver: () => boolean): void {
    const { compiled } = this;
    const { isAllMusts } = compiled;
    const isGapsAlone = isAllMusts && compiled.isPlain && !compiled.hasPublished;
    const stage = arranging(this.averageScore, { isAllMusts, isGapsAlone });
    this.run(stage, { isDone, isOver, first: FIRST_ROUND });
    this.settle();
  }

  /** Plans anew in the order of these values (the larger the sooner); keeps the plan when it is better. */
  preferring(values: Float64Array): void {
    this.table.restore(new Int32Array(this.compiled.wishes).fill(-1));
    fill(this.table, values);
    this.note("all");
  }

  /** A plan from elsewhere, such as an exact solver's; taken when it is better. */
  offer(placement: Placement): void {
    this.table.restore(placement);
    fill(this.table);
    this.note("all");
    this.table.restore(this.best.placement);
  }

  /** Puts into the best plan whatever still fits. */
  private settle(): void {
    this.table.restore(this.best.placement);
    fill(this.table);
    this.note("all");
  }

  private note(depth: Depth): void {
    const { table, best, options } = this;
    if (!table.isPlan || !isBetter(table.goals, best.goals, depth)) return;
    this.found++;
    best.placement.set(table.slotOf);
    Object.assign(best.goals, table.goals);
    options.onBetter(best);
  }

  private run(stage: Stage, { isDone, isOver, first }: Run): void {
    this.idleRounds = 0;
    this.table.restore(this.best.placement);
    const moves = new Moves(this.table, this.options.random, { ...stage.weights });
    const hasEnded = () => isDone() || isOver() || this.options.isOver();
    let hot = stage.hot;
    let isKeeping = stage.depth === "all" && !this.compiled.isAllMusts;
    for (let length = first; !hasEnded(); length *= GROWTH) {
      this.begin(moves, stage, isKeeping);
      const found = this.found;
      const insertions = isKeeping ? 0 : stage.insertions;
      this.cool(moves, { ...stage, hot, insertions }, { length, hasEnded });
      this.idleRounds = found === this.found ? this.idleRounds + 1 : 0;
      hot = hot === stage.hot ? stage.hot * stage.reheat : stage.hot;
      isKeeping = stage.depth === "all" && !this.compiled.isAllMusts && !isKeeping;
    }
  }

  /**
   * A round that keeps the wishes with a place as the best plan has them begins from that plan: a walk that also changes
   * these is seldom where they are best, and then finds nothing by arranging them. A walk that ended outside the plans
   * begins anew as well, and with tables and order as hard limits.
   */
  private begin(moves: Moves, stage: Stage, isKeeping: boolean): void {
    const isOutside = !this.table.isPlan;
    if (!isOutside && !isKeeping) return;
    this.table.restore(this.best.placement);
    moves.unplaced.readAgain();
    if (isOutside) moves.weights.fault = moves.weights.fault === 1 ? 40 : stage.weights.fault;
  }

  private cool(moves: Moves, stage: Stage, { length, hasEnded }: Round): void {
    const factor = (stage.cold / stage.hot) ** (BLOCK / length);
    moves.temperature = stage.hot;
    for (let done = 0; done < length; done += BLOCK) {
      for (let i = 0; i < BLOCK; i++) {
        this.move(moves, stage);
        if (this.table.isPlan) this.note(stage.depth);
      }
      this.moves += BLOCK;
      moves.temperature *= factor;
      if (hasEnded()) return;
    }
  }

  private move(moves: Moves, stage: Stage): void {
    const { random } = this.options;
    if (moves.unplaced.size > 0 && random.next() < stage.insertions) {
      const wish = moves.unplaced.at(random.below(moves.unplaced.size));
      moves.insert(wish, this.anySlot(wish));
    } else this.shift(moves, random.below(this.compiled.wishes));
  }

  private shift(moves: Moves, wish: number): void {
    const { random } = this.options;
    const { compiled, table } = this;
    const slot = cell(table.slotOf, wish);
    if (slot < 0 || cell(compiled.isLocked, wish) === 1) return;
    if (random.next() < 0.15) {
      const other = random.below(compiled.wishes);
      if (cell(table.slotOf, other) >= 0) moves.exchange(wish, other);
      return;
    }
    const target = this.anySlot(wish);
    if (target !== slot) moves.swapAlongChain(wish, target);
  }

  private anySlot(wish: number): number {
    const domain = this.compiled.domain[wish];
    return domain ? cell(domain, this.options.random.below(domain.length)) : 0;
  }
}

type Run = { isDone: () => boolean; isOver: () => boolean; first: number };
type Round = { length: number; hasEnded: () => boolean };
