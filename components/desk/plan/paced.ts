/**
 * Does something at once and then, however often it is asked for, not again before a while has passed; the last asking is never
 * lost. What is asked while `isOpen` says no is done once it is `opened`.
 */
export class Paced {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;

  constructor(
    private readonly work: () => void,
    private readonly everyMs: number,
    private readonly isOpen: () => boolean = () => true,
  ) {}

  ask(): void {
    this.#isDue = true;
    this.#doDue();
  }

  /** Does now what was asked while it was closed. */
  opened(): void {
    this.#doDue();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isDue = false;
  }

  #doDue(): void {
    if (!this.#isDue || this.#timer !== undefined || !this.isOpen()) return;
    this.#isDue = false;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#doDue();
    }, this.everyMs);
    this.work();
  }
}
