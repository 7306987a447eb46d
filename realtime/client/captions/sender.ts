import type { CaptionKind, CaptionLine } from "@/domain/interaction/schema/captions";
import { type ClockPort, type Reply, refusalOf } from "../ports";

/** Whoever reads along is half a second behind at most: this, the server's 300 ms, and the way. */
const EVERY_MS = 400;
const RETRY_MS = 1_500;
/** Of a network that is gone for minutes, the newest. */
const MOST_WAITING = 50;
/** Reasons that go away by themselves. */
const PASSING: ReadonlySet<string> = new Set(["offline", "rate_limited"]);

type Post = (body: { kind: CaptionKind; lines: readonly CaptionLine[] }) => Promise<Reply<unknown>>;
type Sending = { post: Post; clock: ClockPort; onRefused: (reason: string | null) => void };

/**
 * Sends what is written, at most every 400 ms and one request after the other: the line that is open as it is by then, and the
 * one before it once more. After a loss of the network the newest state goes; what stands in the field is never lost.
 */
export class CaptionSender {
  /** Lines with a state that has not been sent, the oldest first. */
  #waiting = new Map<string, CaptionLine>();
  /** Goes along with the next one, in case it got lost on somebody's way. */
  #lastDone: CaptionLine | null = null;
  #isRunning = false;
  #isEnded = false;

  constructor(
    private readonly kind: CaptionKind,
    private readonly sending: Sending,
  ) {}

  say = (line: CaptionLine): void => {
    this.#waiting.set(line.id, line);
    const [oldest] = this.#waiting.keys();
    if (oldest && this.#waiting.size > MOST_WAITING) this.#waiting.delete(oldest);
    void this.#run();
  };

  /** What was said is still sent; where that fails nobody tries again. */
  end(): void {
    this.#isEnded = true;
  }

  async #run(): Promise<void> {
    if (this.#isRunning || this.#waiting.size === 0) return;
    this.#isRunning = true;
    const batch = [...this.#waiting.values()].slice(0, 2);
    const again = batch.length === 1 && this.#lastDone ? [this.#lastDone] : [];
    const refusal = refusalOf(await this.sending.post({ kind: this.kind, lines: [...again, ...batch] }));
    const isPassing = refusal !== null && PASSING.has(refusal) && !this.#isEnded;
    if (refusal === null) this.#went(batch);
    else if (!isPassing) this.#waiting.clear();
    this.sending.onRefused(refusal);
    this.sending.clock.after(isPassing ? RETRY_MS : EVERY_MS, () => {
      this.#isRunning = false;
      void this.#run();
    });
  }

  /** A line that has changed since goes once more as it is now. */
  #went(batch: readonly CaptionLine[]): void {
    for (const line of batch) {
      if (this.#waiting.get(line.id) === line) this.#waiting.delete(line.id);
      if (line.done) this.#lastDone = line;
    }
  }
}
