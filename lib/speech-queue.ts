const PAUSE_MS = 1000;
/** Older messages are worth nothing once so many wait. */
const WAITING = 5;

/** Gives out one message per second, the oldest first; what would come far too late is dropped. */
export class SpeechQueue {
  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly show: (text: string) => void) {}

  say(text: string): void {
    this.#waiting = [...this.#waiting, text].slice(-WAITING);
    if (!this.#timer) this.#next();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #next(): void {
    const text = this.#waiting.shift();
    this.#timer = null;
    if (text === undefined) return;
    this.show(text);
    this.#timer = setTimeout(() => this.#next(), PAUSE_MS);
  }
}
