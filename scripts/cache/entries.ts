import { everything, pageTags } from "./page-tags";

/** A page under constant change is rendered at most this often; in between it may be this old. */
const CALM_MILLISECONDS = 1_000;
/** Pages a process remembers, by their own size. */
const MEMORY_BYTES = 96 * 1024 * 1024;

type Entry<Value> = { value: Value; size: number; storedAt: number; knownAt: number };

/**
 * Cached pages of one process. Bumps and entries are ordered by a counter of the process, so no two clocks are
 * compared: an entry is old when one of its tags was bumped after the render that made it had begun.
 */
export class CachedPages<Value> {
  private readonly entries = new Map<string, Entry<Value>>();
  private readonly bumps = new Map<string, number>();
  private readonly begun = new Map<string, number>();
  private counter = 0;
  private bytes = 0;

  constructor(private readonly now: () => number = Date.now) {}

  bump(tag: string): void {
    this.counter += 1;
    this.bumps.set(tag, this.counter);
  }

  bumpEverything(): void {
    this.bump(everything);
  }

  /** The entry, unless it has to be rendered anew. */
  get(key: string): { value: Value; storedAt: number } | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined || this.isOld(key, entry)) {
      // Whoever asks renders now: what is bumped from here on is not in that page.
      if (!this.begun.has(key)) this.begun.set(key, this.counter);
      return undefined;
    }
    this.entries.delete(key);
    this.entries.set(key, entry);
    return { value: entry.value, storedAt: entry.storedAt };
  }

  set(key: string, value: Value, size: number): void {
    const knownAt = this.begun.get(key) ?? this.counter;
    this.begun.delete(key);
    this.forget(key);
    this.entries.set(key, { value, size, storedAt: this.now(), knownAt });
    this.bytes += size;
    for (const oldest of this.entries.keys()) {
      if (this.bytes <= MEMORY_BYTES) break;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.bytes -= this.entries.get(key)?.size ?? 0;
    this.entries.delete(key);
  }

  private isOld(key: string, entry: Entry<Value>): boolean {
    const newest = Math.max(...pageTags(key).map((tag) => this.bumps.get(tag) ?? 0));
    return newest > entry.knownAt && this.now() - entry.storedAt >= CALM_MILLISECONDS;
  }
}
