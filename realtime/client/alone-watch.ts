import { HeldCondition } from "./held-condition";
import type { ClockPort } from "./ports";
import { Store } from "./store";

export const ALONE_MS = 600_000;
export const ANSWER_MS = 60_000;

/** Whoever is alone for ten minutes is asked, and leaves when a minute passes without an answer. */
export class AloneWatch {
  /** When the person leaves by itself, on the own clock; null while nobody is asked. */
  readonly store = new Store<{ leavesAt: number | null }>({ leavesAt: null });
  #alone: HeldCondition;
  #silent: HeldCondition;
  #isAlone = false;

  constructor(
    private readonly clock: ClockPort,
    leave: () => void,
  ) {
    this.#alone = new HeldCondition({ clock, afterMs: ALONE_MS, onChange: (held) => this.#ask(held) });
    this.#silent = new HeldCondition({ clock, afterMs: ANSWER_MS, onChange: (held) => held && leave() });
  }

  see(isAlone: boolean): void {
    this.#isAlone = isAlone;
    this.#alone.set(isAlone);
  }

  /** „Ja, ich bin da“: the ten minutes begin anew. */
  stay(): void {
    this.#alone.end();
    this.#alone.set(this.#isAlone);
  }

  stop(): void {
    this.#alone.end();
  }

  #ask(isAsked: boolean): void {
    this.store.set({ leavesAt: isAsked ? this.clock.now() + ANSWER_MS : null });
    this.#silent.set(isAsked);
  }
}
