import { expect } from "@playwright/test";
import { type Dice, dice } from "@/db/seed/random";
import { Visitor } from "../fixtures/visitor";
import { DESK } from "../security/planning-over-http";
import type { Operation } from "./evidence";
import type { Grounds, OpenEvent } from "./ground";
import { type Intent, type Postponed, perform, repeatOne } from "./operate";
import { isOver, type Run } from "./run-state";

/** People do so much between two changes of capacity. */
const OPERATIONS_BETWEEN = 12;
/** An event with one seat gets up to three; others move by a third around what they had. */
const numberFor = (chance: Dice, { capacity }: OpenEvent) =>
  capacity === 1
    ? chance.between(1, 3)
    : chance.between(Math.ceil(capacity * 0.7), Math.ceil(capacity * 1.3));

/** The organizer of the events, who changes the number of seats while people register. */
export class Organizer {
  readonly postponed: Postponed = { repeats: [], open: [] };
  readonly #chance: Dice;
  readonly #visitor = new Visitor();
  #keys = 0;

  constructor(
    readonly run: Run,
    readonly grounds: Grounds,
  ) {
    this.#chance = dice(run.seed);
  }

  async signIn(): Promise<this> {
    await this.#visitor.signInAs("organizer");
    return this;
  }

  async play(): Promise<void> {
    while (!isOver(this.run)) {
      await this.#peopleDidSomething();
      await repeatOne(this.run, this.postponed);
      const intent = this.#change(this.#chance.pick(this.grounds.open));
      this.run.operations.push(intent.operation);
      // Only one change of an event is on its way at any time, so their order is known.
      await perform({ run: this.run, chance: this.#chance, postponed: this.postponed }, intent, false);
    }
  }

  async finish(): Promise<void> {
    while (this.postponed.repeats.length > 0) await repeatOne(this.run, this.postponed);
  }

  async #peopleDidSomething(): Promise<void> {
    const before = this.run.operations.length;
    const isEnough = () => isOver(this.run) || this.run.operations.length >= before + OPERATIONS_BETWEEN;
    await expect.poll(isEnough, { timeout: 120_000, intervals: [100] }).toBe(true);
  }

  #change(event: OpenEvent): Intent & { operation: Operation } {
    this.#keys += 1;
    const key = `pruefung-${this.run.seed}-platz-${this.#keys}`;
    const { eventId, slug } = event;
    const capacity = numberFor(this.#chance, event);
    const operation: Operation = {
      key,
      kind: "capacity",
      eventId,
      email: "",
      capacity,
      isBad: false,
      sends: [],
    };
    return {
      operation,
      prepared: {
        action: "actions/registration.ts#changeCapacityAction",
        page: `${DESK}/e/${slug}`,
        form: { eventId, capacity: String(capacity), waitlist: "on", idempotencyKey: key },
        cookies: new Map(this.#visitor.cookies),
        address: "127.0.0.1",
      },
    };
  }
}
