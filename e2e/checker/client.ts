import { type Dice, dice } from "@/db/seed/random";
import type { Operation, OperationKind } from "./evidence";
import type { Grounds } from "./ground";
import { type Done, type Intent, type Postponed, perform, repeatOne } from "./operate";
import { addressOf, lookForSeat, openMail, type Person } from "./person";
import { isOver, type Run, workerKeepsUp } from "./run-state";

/** People that one client plays at a time, and how often each of them cancels before somebody new comes. */
const MOST_PEOPLE = 4;
const MOST_CANCELLED = 2;

type Asking = { kind: OperationKind; path: string; person: Person; form?: Record<string, string> };

/** One of many who register, prove their address, cancel and come again, one request after the other. */
export class Client {
  readonly postponed: Postponed = { repeats: [], open: [] };
  readonly #chance: Dice;
  #people: Person[] = [];
  #keys = 0;
  #everybody = 0;

  constructor(
    readonly run: Run,
    readonly grounds: Grounds,
    readonly number: number,
  ) {
    this.#chance = dice(run.seed * 1_000 + number);
  }

  /** Plays until the run is over. */
  async play(): Promise<void> {
    while (!isOver(this.run)) {
      await workerKeepsUp(this.run);
      await this.#turn();
    }
  }

  /** What was to be sent again later and was not yet. */
  async finish(): Promise<void> {
    while (this.postponed.repeats.length > 0) await repeatOne(this.run, this.postponed);
  }

  async #turn(): Promise<void> {
    if (this.#chance.next() < 0.2) await repeatOne(this.run, this.postponed);
    if (this.#chance.next() < 0.06) return this.#askInVain();
    const person = this.#somebody();
    if (!person.isIn)
      return this.#chance.next() < 0.85 || !person.registrationId
        ? this.#register(person)
        : this.#cancel(person);
    if (!person.registrationId) return this.#openMail(person);
    const draw = this.#chance.next();
    if (draw < 0.1) return this.#register(person);
    if (draw < 0.25) return this.#prove(person);
    if (draw < 0.4) return lookForSeat(person);
    return this.#cancel(person);
  }

  /** Somebody new while there is room, else one of those who are there, and rather one with a seat. */
  #somebody(): Person {
    this.#people = this.#people.filter(({ isIn, cancelled }) => isIn || cancelled < MOST_CANCELLED);
    if (this.#people.length < MOST_PEOPLE && (this.#people.length === 0 || this.#chance.next() < 0.5)) {
      const person = this.#newPerson(this.#chance.pick(this.grounds.open).eventId);
      this.#people.push(person);
      return person;
    }
    const seated = this.#people.filter(({ isConfirmed }) => isConfirmed);
    return this.#chance.pick(seated.length > 0 && this.#chance.next() < 0.6 ? seated : this.#people);
  }

  #newPerson(eventId: string): Person {
    this.#everybody += 1;
    return {
      email: `klient-${this.number}-${this.#everybody}@example.org`,
      address: addressOf(this.number * 500 + this.#everybody),
      eventId,
      cookies: new Map(),
      isIn: false,
      isConfirmed: false,
      registrationId: undefined,
      cancelled: 0,
    };
  }

  #intent({ kind, path, person, form = {} }: Asking, isBad = false): Intent & { operation: Operation } {
    this.#keys += 1;
    const key = `pruefung-${this.run.seed}-${this.number}-${this.#keys}`;
    const { eventId, email, cookies, address } = person;
    const operation: Operation = { key, kind, eventId, email, capacity: null, isBad, sends: [] };
    return { operation, prepared: { path, form: { ...form, idempotencyKey: key }, cookies, address } };
  }

  #perform(intent: Intent & { operation: Operation }, mayStayOpen = true): Promise<Done> {
    this.run.operations.push(intent.operation);
    return perform({ run: this.run, chance: this.#chance, postponed: this.postponed }, intent, mayStayOpen);
  }

  /** With an unknown outcome nothing more is asked of this person until the end. */
  #forgetIfOpen(person: Person, { outcome, cookies }: Done): boolean {
    if (outcome === "unknown") this.#people = this.#people.filter((one) => one !== person);
    if (outcome === "ok") person.cookies = cookies;
    return outcome === "ok";
  }

  #registering = (person: Person, name = "Petra Probe"): Asking => {
    const { eventId, email } = person;
    return {
      kind: "register",
      path: "/api/registrations",
      person,
      form: { eventId, email, name, locale: "de" },
    };
  };

  #acting = (kind: "cancel" | "prove", person: Person): Asking => {
    return { kind, path: `/api/registrations/${person.registrationId ?? "reg_none"}/${kind}`, person };
  };

  async #register(person: Person): Promise<void> {
    const done = await this.#perform(this.#intent(this.#registering(person)));
    if (!this.#forgetIfOpen(person, done) || person.isIn) return;
    person.isIn = true;
    person.isConfirmed = done.said === "confirmed";
  }

  async #openMail(person: Person): Promise<void> {
    await openMail(this.run, person);
    if (person.registrationId && this.#chance.next() < 0.5) await this.#prove(person);
  }

  async #prove(person: Person): Promise<void> {
    this.#forgetIfOpen(person, await this.#perform(this.#intent(this.#acting("prove", person))));
  }

  async #cancel(person: Person): Promise<void> {
    const done = await this.#perform(this.#intent(this.#acting("cancel", person)));
    if (!this.#forgetIfOpen(person, done) || !person.isIn) return;
    person.isIn = false;
    person.isConfirmed = false;
    person.cancelled += 1;
  }

  /** What has to be refused: a closed event, a form without a name, and cancelling for somebody without their link. */
  async #askInVain(): Promise<void> {
    const { closed, open } = this.grounds;
    const known = this.#people.find(({ isIn, registrationId }) => isIn && registrationId !== undefined);
    const asking = this.#chance.pick<Asking>([
      this.#registering(this.#newPerson(closed)),
      this.#registering(this.#newPerson(this.#chance.pick(open).eventId), ""),
      ...(known ? [this.#acting("cancel", { ...known, cookies: new Map() })] : []),
    ]);
    await this.#perform(this.#intent(asking, true), false);
  }
}
