import type { ClockPort } from "./ports";

/** Timers with names: setting one again replaces it. */
export class Timers {
  #running = new Map<string, () => void>();
  #ended = false;

  constructor(private readonly clock: ClockPort) {}

  set(name: string, milliseconds: number, run: () => void): void {
    this.cancel(name);
    if (this.#ended) return;
    const stop = this.clock.after(Math.max(0, milliseconds), () => {
      this.#running.delete(name);
      run();
    });
    this.#running.set(name, stop);
  }

  has(name: string): boolean {
    return this.#running.has(name);
  }

  cancel(name: string): void {
    this.#running.get(name)?.();
    this.#running.delete(name);
  }

  cancelAll(): void {
    for (const name of [...this.#running.keys()]) this.cancel(name);
  }

  /** For good: what is set from now on never runs. */
  end(): void {
    this.#ended = true;
    this.cancelAll();
  }
}
