/** Runs steps strictly one after the other; a failing step does not stop those behind it. */
export class SerialQueue {
  #tail: Promise<unknown> = Promise.resolve();

  add<Value>(step: () => Promise<Value>): Promise<Value> {
    const result = this.#tail.then(step);
    this.#tail = result.catch(() => undefined);
    return result;
  }
}
