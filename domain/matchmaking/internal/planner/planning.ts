import { column, mustBoundProgram, scoreBoundProgram } from "./choice-bound";
import type { Compiled } from "./compiled";
import { type Impossibility, impossibilitiesOf } from "./impossibilities";
import type { Goals, PlanProblem } from "./model";
import { type Bounds, type Phase, type PlanOptions, placedIn } from "./progress";
import { climb, fewestGaps, isInReach, mustsTogether } from "./proof";
import { Random } from "./random";
import { Search } from "./search";
import { canCountGaps, isChoiceProven, isComplete, isSettled } from "./settled";
import type { Solvers } from "./solvers";
import { withinTime } from "./within-time";

/** Parts of the time that choosing may take, and that search takes before an exact solver is asked. */
const SHARE_OF_CHOICE = 0.6;
const SHARE_BEFORE_PROOF = 0.3;
/** What a question that the solver cannot decide leaves is for the search. */
const SHARE_OF_DECISION = 0.6;
/** A bound of the score may take this part of what is left, so that there is always time to look for plans. */
const SHARE_OF_BOUND = 0.5;
const MOST_SECONDS_BEFORE_BOUND = 1;
const MOST_SECONDS_BEFORE_PROOF = 3;
/** Each is twice as long as the one before; the first in which wishes are chosen are short. */
const ROUNDS_AT_REST = 2;
const ROUNDS_OF_CHOICE_AT_REST = 6;
const PROGRESS_EVERY_MS = 100;
/** Solvers of linear programmes calculate with tolerances far below this. */
const ROUNDING = 1e-4;

/** One run of the planner: what it knows and the order in which it finds out. */
export class Planning {
  readonly search: Search;
  readonly bounds: Bounds = { mustsMissing: 0, score: undefined, gaps: undefined };
  impossible: Impossibility[] = [];
  firstSeconds: number;
  fullSeconds: number | undefined;
  /** What bounds and proofs took; the rest of the time made plans. */
  provingSeconds = 0;
  private readonly solvers: Solvers | undefined;
  /** The goals before the score that its bound was made for. */
  private basis: Pick<Goals, "mustsMissing" | "minimumMissing"> | undefined;
  private phase: Phase = "first";
  private reported = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly problem: PlanProblem,
    private readonly compiled: Compiled,
    private readonly options: PlanOptions & { started: number },
  ) {
    this.solvers = options.solvers && withinTime(options.solvers, () => this.secondsLeft());
    this.search = new Search(compiled, {
      random: new Random(options.seed),
      isOver: () => this.secondsLeft() <= 0,
      onBetter: () => this.noteBetter(),
    });
    this.firstSeconds = this.elapsed();
    this.noteBetter();
  }

  elapsed(): number {
    return (this.options.now() - this.options.started) / 1000;
  }

  async run(): Promise<void> {
    this.impossible = impossibilitiesOf(this.compiled);
    await this.choose();
    await this.arrange();
    if (!isSettled(this.known)) await this.prove();
    // What a solver was not asked, or could not say, is for the search; not where all must take place and cannot.
    if (!this.compiled.isAllMusts || this.impossible.length === 0) this.arrangeFor(Number.POSITIVE_INFINITY);
    if (!this.options.endsWhenProven) {
      this.enter("arrange");
      this.search.arrange(
        () => false,
        () => false,
      );
    }
    this.report();
  }

  private async choose(): Promise<void> {
    this.enter("choose");
    if (isComplete(this.known)) {
      this.bounds.score = this.search.best.goals.score;
      return;
    }
    // Must-meets find their places while they are arranged; there is nothing to choose among.
    if (this.compiled.isAllMusts) return;
    await this.boundScore();
    const end = this.elapsed() + this.secondsLeft() * SHARE_OF_CHOICE;
    this.search.choose(
      () => isChoiceProven(this.known) || this.isAtRest(ROUNDS_OF_CHOICE_AT_REST),
      () => this.elapsed() > end,
    );
    await this.boundScore();
  }

  private async arrange(): Promise<void> {
    this.enter("arrange");
    const hasSolver = this.solvers !== undefined && isInReach(this.compiled);
    if (canCountGaps(this.known)) {
      // Where nobody needs a gap the search shows it sooner than a linear programme.
      this.bounds.gaps = 0;
      this.arrangeFor(Math.min(MOST_SECONDS_BEFORE_BOUND, this.secondsLeft() * SHARE_BEFORE_PROOF));
      if (!isSettled(this.known)) await this.boundGaps();
    }
    // Time is kept for a solver only where there is something to ask it.
    const isForSolver = hasSolver && (canCountGaps(this.known) || this.search.best.goals.mustsMissing > 0);
    const patience = Math.min(MOST_SECONDS_BEFORE_PROOF, this.secondsLeft() * SHARE_BEFORE_PROOF);
    this.arrangeFor(isForSolver ? patience : Number.POSITIVE_INFINITY);
  }

  private arrangeFor(seconds: number): void {
    const end = this.elapsed() + seconds;
    this.search.arrange(
      () => isSettled(this.known) || (this.isAtRest(ROUNDS_AT_REST) && !canCountGaps(this.known)),
      () => this.elapsed() > end,
    );
  }

  /** Whoever waits for the plan need not wait for a search that goes on finding nothing better. */
  private isAtRest(rounds: number): boolean {
    return this.options.endsWhenProven === true && this.search.idleRounds >= rounds;
  }

  private async prove(): Promise<void> {
    const { solvers } = this;
    if (!solvers || !isInReach(this.compiled)) return;
    this.enter("prove");
    if (this.search.best.goals.mustsMissing > 0 && this.impossible.length === 0)
      await this.proving(() => this.proveMusts(solvers));
    if (this.search.best.goals.mustsMissing > 0) await this.boundScore();
    if (canCountGaps(this.known) && isComplete(this.known)) await this.proving(() => this.proveGaps(solvers));
  }

  /** Whether all must-meets fit beside each other at all, nothing else regarded. */
  private async proveMusts({ decide }: Solvers): Promise<void> {
    const limit = { seconds: this.secondsLeft(), shouldStop: this.options.shouldStop };
    const answer = await mustsTogether(this.problem, (text) => decide(text, limit));
    if (answer === "impossible") this.impossible = [{ what: "contradiction" }];
    else if (answer !== "unknown") this.search.offer(answer);
  }

  private proveGaps({ decide }: Solvers): Promise<void> {
    return climb(this.bounds.gaps ?? 0, {
      compiled: this.compiled,
      search: this.search,
      decide,
      secondsLeft: () => this.secondsLeft() * SHARE_OF_DECISION,
      shouldStop: this.options.shouldStop,
      onBound: (gaps) => {
        this.bounds.gaps = gaps;
        this.report();
      },
    });
  }

  private async proving(ask: () => Promise<void>): Promise<void> {
    const asked = this.elapsed();
    await ask();
    this.provingSeconds += this.elapsed() - asked;
  }

  private async boundScore(): Promise<void> {
    const { solvers, basis } = this;
    const { mustsMissing, minimumMissing } = this.search.best.goals;
    if (!solvers || (basis?.mustsMissing === mustsMissing && basis.minimumMissing === minimumMissing)) return;
    // A bound for plans that owe people less says nothing about those that owe more.
    if (basis && minimumMissing > basis.minimumMissing) this.bounds.score = undefined;
    this.basis = { mustsMissing, minimumMissing };
    await this.proving(() => this.askForScore(solvers));
    this.report();
  }

  private async askForScore({ linear }: Solvers): Promise<void> {
    const { goals } = this.search.best;
    const ask = (text: string) => linear(text, this.secondsLeft() * SHARE_OF_BOUND);
    if (goals.mustsMissing > 0) {
      const { optimum } = await ask(mustBoundProgram(this.compiled));
      const musts = this.compiled.isMust.reduce((sum, one) => sum + one, 0);
      if (optimum !== undefined) this.bounds.mustsMissing = musts - Math.floor(optimum + ROUNDING);
    }
    const { optimum, shareOf } = await ask(scoreBoundProgram(this.compiled, goals));
    if (optimum === undefined) return;
    this.bounds.score = Math.floor(optimum + ROUNDING);
    // What the relaxation would place is a good choice to begin with.
    const { wishes } = this.compiled;
    this.search.preferring(Float64Array.from({ length: wishes }, (_, wish) => shareOf(column(wish))));
  }

  private async boundGaps(): Promise<void> {
    const { solvers } = this;
    if (!solvers) return;
    const enough = isComplete(this.known) ? this.search.best.goals.gaps : Number.POSITIVE_INFINITY;
    const way = { linear: solvers.linear, secondsLeft: () => this.secondsLeft(), enough };
    await this.proving(async () => {
      this.bounds.gaps = await fewestGaps(this.compiled, way);
    });
    this.report();
  }

  private get known() {
    const { compiled, bounds, impossible } = this;
    return { compiled, bounds, impossible, best: this.search.best };
  }

  private secondsLeft(): number {
    return this.options.shouldStop() ? 0 : this.options.seconds - this.elapsed();
  }

  private enter(phase: Phase): void {
    this.phase = phase;
    this.report();
  }

  private noteBetter(): void {
    if (this.search === undefined) return;
    if (this.fullSeconds === undefined && this.search.best.goals.mustsMissing === 0)
      this.fullSeconds = this.elapsed();
    if (this.options.now() - this.reported >= PROGRESS_EVERY_MS) this.report();
  }

  private report(): void {
    this.reported = this.options.now();
    const { phase, bounds, search } = this;
    const goals = { ...search.best.goals };
    const counts = placedIn(this.problem, search.best.placement);
    this.options.onProgress({ phase, goals, ...counts, bounds: { ...bounds }, seconds: this.elapsed() });
  }
}
