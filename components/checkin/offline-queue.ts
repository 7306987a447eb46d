import { z } from "zod";

/** One thing that a door has done and the server has not heard of yet. */
const waiting = z.object({
  /** Made once for this scan: however often it is sent, it happens once. */
  key: z.string(),
  path: z.enum(["", "/walk-in"]),
  body: z.record(z.string(), z.string()),
});
export type Waiting = z.infer<typeof waiting>;

export type Box = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * What could not be sent, in the order in which it happened, kept over a reload. Each change reads the box anew: two
 * windows of one door share it.
 */
export class OfflineQueue {
  readonly #box: Box;
  readonly #name: string;

  constructor(box: Box, eventId: string) {
    this.#box = box;
    this.#name = `plenum.check-in.${eventId}`;
  }

  list(): Waiting[] {
    try {
      return z.array(waiting).parse(JSON.parse(this.#box.getItem(this.#name) ?? "[]"));
    } catch {
      // Whatever stands there, we did not write it.
      return [];
    }
  }

  /** False when this browser keeps nothing: then the person at the door has to know. */
  add(entry: Waiting): boolean {
    return this.#write([...this.list().filter(({ key }) => key !== entry.key), entry]);
  }

  remove(key: string): void {
    this.#write(this.list().filter((entry) => entry.key !== key));
  }

  #write(entries: Waiting[]): boolean {
    try {
      if (entries.length === 0) this.#box.removeItem(this.#name);
      else this.#box.setItem(this.#name, JSON.stringify(entries));
      return true;
    } catch {
      return false;
    }
  }
}
