import { z } from "zod";
import { decode, PROTOCOL_VERSION, type Signal, signal } from "../protocol";

const POLL_MS = 5000;
/** After so many broken streams in a row something on the way does not let them through. */
const BROKEN_STREAMS = 3;
const pollAnswer = z.object({ after: z.record(z.string(), z.number()), signals: z.array(z.unknown()) });

type Feed = {
  /** Whose signals, as the query of the address says it. */
  where: Readonly<Record<string, string>>;
  /** The numbers that were heard before; without them it begins with what comes from now on. */
  after?: string;
  listener: (signal: Signal) => void;
  /** Whether signals come through, each time that changes. */
  onHearing?: (isHeard: boolean) => void;
};

/** Signals by EventSource; where streams are blocked, by asking every five seconds. */
export class SignalFeed {
  #source: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #broken = 0;
  #after: string;
  #closed = false;
  #isHeard = true;

  constructor(private readonly feed: Feed) {
    this.#after = feed.after ?? "";
  }

  open(): void {
    if (this.#closed) return;
    const source = new EventSource(
      `/api/stream?${new URLSearchParams({ ...this.feed.where, after: this.#after })}`,
    );
    this.#source = source;
    source.onmessage = (message: MessageEvent<string>) => {
      this.#broken = 0;
      this.#after = message.lastEventId || this.#after;
      this.#deliver(decode(signal, message.data));
    };
    source.onopen = () => {
      // What was sent while there was no stream is found by reading everything again.
      if (this.#broken > 0) this.#resync();
      this.#broken = 0;
      this.#hearing(true);
    };
    source.onerror = () => this.#failed(source);
  }

  close(): void {
    this.#closed = true;
    this.#stop();
  }

  #stop(): void {
    this.#source?.close();
    if (this.#timer) clearTimeout(this.#timer);
  }

  #failed(source: EventSource): void {
    this.#broken += 1;
    this.#hearing(false);
    const dead = source.readyState === EventSource.CLOSED;
    if (!dead && this.#broken < BROKEN_STREAMS) return;
    source.close();
    if (!this.#closed) this.#timer = setTimeout(() => void this.#poll(), dead ? 1000 : POLL_MS);
  }

  async #poll(): Promise<void> {
    if (this.#closed) return;
    const query = new URLSearchParams({ ...this.feed.where, after: this.#after, poll: "1" });
    try {
      const response = await fetch(`/api/stream?${query}`, { cache: "no-store" });
      const answer = pollAnswer.safeParse(await response.json());
      this.#hearing(answer.success);
      if (answer.success) {
        this.#after = JSON.stringify(answer.data.after);
        for (const one of answer.data.signals) this.#deliver(signal.safeParse(one).data);
      }
    } catch {
      // Asked again in five seconds; the page shows by itself when the connection is gone.
      this.#hearing(false);
    }
    if (!this.#closed) this.#timer = setTimeout(() => this.#again(), POLL_MS);
  }

  /** Every sixth question tries the stream again. */
  #again(): void {
    this.#broken += 1;
    if (this.#broken % 6 === 0) this.open();
    else void this.#poll();
  }

  #hearing(isHeard: boolean): void {
    if (this.#isHeard === isHeard || this.#closed) return;
    this.#isHeard = isHeard;
    this.feed.onHearing?.(isHeard);
  }

  #resync(): void {
    this.#deliver({ v: PROTOCOL_VERSION, channel: "", seq: 0, topic: "resync" });
  }

  #deliver(one: Signal | undefined): void {
    if (one) this.feed.listener(one);
  }
}
