/** Runs one at a time; however often it is called meanwhile, it runs once more afterwards. */
export class OneAtATime {
  #running = false;
  #again = false;

  constructor(private readonly run: () => Promise<void>) {}

  async call(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    await this.run();
    this.#running = false;
    if (!this.#again) return;
    this.#again = false;
    await this.call();
  }
}
