/** A bounded memory of things that are costly to make, least recently used first out. Sizes are bytes. */
export class Memo<Value> {
  private readonly kept = new Map<string, { value: Value; size: number }>();
  private bytes = 0;

  constructor(private readonly limit: number) {}

  get(key: string): Value | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.value;
  }

  set(key: string, value: Value, size: number): void {
    this.drop(key);
    if (size > this.limit / 4) return;
    this.kept.set(key, { value, size });
    this.bytes += size;
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.limit) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.bytes -= this.kept.get(key)?.size ?? 0;
    this.kept.delete(key);
  }
}
