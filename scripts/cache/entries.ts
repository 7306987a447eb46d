import { everything, pageTags } from "./page-tags";

/** A page under constant change is rendered at most this often; in between it may be this old. */
const CALM_MILLISECONDS = 1_000;
/** Pages a process remembers, by what they and their addresses take. */
const MEMORY_BYTES = 96 * 1024 * 1024;
/** What an entry takes beside that. */
const ENTRY_BYTES = 1_000;
/** Renderings remembered as begun. Some never end: what fails or may not be kept is asked for and never stored. */
const MOST_BEGUN = 1_000;

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
      this.begin(key);
      return undefined;
    }
    this.entries.delete(key);
    this.entries.set(key, entry);
    return { value: entry.value, storedAt: entry.storedAt };
  }

  /** How much is remembered, and how much of the memory for pages is taken. */
  get load(): { entries: number; begun: number; bytes: number } {
    return { entries: this.entries.size, begun: this.begun.size, bytes: this.bytes };
  }

  set(key: string, value: Value, bytes: number): void {
    // A page is renewed behind a stored one without a miss, so it knows what that one knew. One whose beginning is
    // forgotten knows nothing: it is rendered once more rather than shown after a bump.
    const knownAt = this.begun.get(key) ?? this.entries.get(key)?.knownAt ?? 0;
    this.begun.delete(key);
    this.forget(key);
    const size = bytes + key.length * 2 + ENTRY_BYTES;
    this.entries.set(key, { value, size, storedAt: this.now(), knownAt });
    this.bytes += size;
    for (const oldest of this.entries.keys()) {
      if (this.bytes <= MEMORY_BYTES) break;
      this.forget(oldest);
    }
  }

  private begin(key: string): void {
    if (this.begun.has(key)) return;
    this.begun.set(key, this.counter);
    for (const oldest of this.begun.keys()) {
      if (this.begun.size <= MOST_BEGUN) break;
      this.begun.delete(oldest);
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
