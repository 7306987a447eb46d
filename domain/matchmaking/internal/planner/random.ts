/** A repeatable stream of random numbers (xorshift32): the same seed makes the same plan. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = (Math.imul(seed, 7919) + 17) | 0 || 88_675_123;
  }

  /** From 0 up to but without 1. */
  next(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return (x >>> 0) / 4_294_967_296;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }
}
