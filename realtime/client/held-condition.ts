import type { ClockPort } from "./ports";

type Setting = { clock: ClockPort; afterMs: number; onChange: (held: boolean) => void };

/** Tells when something has been true for so long without a break, and when it no longer is. */
export class HeldCondition {
  #stop: (() => void) | null = null;
  #held = false;

  constructor(private readonly setting: Setting) {}

  set(isTrue: boolean): void {
    if (!isTrue) this.end();
    if (!isTrue || this.#stop) return;
    const { clock, afterMs, onChange } = this.setting;
    this.#stop = clock.after(afterMs, () => {
      this.#held = true;
      onChange(true);
    });
  }

  /** Also when the page goes away: nothing fires afterwards. */
  end(): void {
    this.#stop?.();
    this.#stop = null;
    const wasHeld = this.#held;
    this.#held = false;
    if (wasHeld) this.setting.onChange(false);
  }
}
