/** By then a new stream of signals stands. */
export const LISTENED_MS = 1000;

/**
 * The stream of signals. A person has a channel only once the server knows them, so the stream is opened anew when
 * the tab becomes somebody.
 */
export class Listening {
  #as: string | null = null;
  #close: () => void = () => undefined;

  /** `open` begins a stream and returns how to end it. */
  constructor(private readonly open: () => () => void) {}

  /** Says what was done: nothing, a first stream, or one in place of another, before which signals may be missed. */
  as(who: string): "same" | "first" | "again" {
    if (this.#as === who) return "same";
    const done = this.#as === null ? "first" : "again";
    this.#as = who;
    this.#close();
    this.#close = this.open();
    return done;
  }

  stop(): void {
    this.#close();
  }
}
