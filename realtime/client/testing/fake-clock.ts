import type { ClockPort } from "../ports";

type Timer = { at: number; run: () => void };

/** Time that passes only when the test says so; promises are let through between two timers. */
export class FakeClock implements ClockPort {
  #now = 1_000_000;
  #timers = new Set<Timer>();

  now = (): number => this.#now;
  random = (): number => 0.5;

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Time that passes without a single timer: they all run late, at the next `pass`. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }

  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      await settle();
      const next = [...this.#timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = end;
    await settle();
  }
}

/** Lets everything run that waits for nothing but a turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
}
