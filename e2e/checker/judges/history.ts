import type { Evidence, Fact, Ground } from "../evidence";
import { outcomeOf } from "../intended";

/** How an event stood after one fact. `endsTransaction` is false between facts that were committed together. */
export type Moment = {
  seq: number;
  at: number;
  capacity: number;
  confirmed: number;
  waiting: number;
  endsTransaction: boolean;
};

export type History = {
  moments: Moment[];
  /** Who was given a seat while somebody waited longer. */
  overtaken: string[];
  /** What cannot have happened: the facts do not add up. */
  broken: string[];
  confirmed: ReadonlySet<string>;
  waiting: readonly string[];
};

/** The numbers of seats that the organizer was told are set, in order: one fact each. */
const capacitiesOf = ({ operations }: Evidence, eventId: string): number[] =>
  operations.flatMap((one) =>
    one.kind === "capacity" && one.eventId === eventId && outcomeOf(one) === "ok" && one.capacity !== null
      ? [one.capacity]
      : [],
  );

class Seats {
  readonly confirmed = new Set<string>();
  readonly waiting: string[] = [];
  readonly overtaken: string[] = [];
  readonly broken: string[] = [];

  constructor(
    public capacity: number,
    readonly capacities: number[],
  ) {}

  #unless(isFine: boolean, { seq, kind, registrationId }: Fact, problem: string): void {
    if (!isFine) this.broken.push(`fact ${seq}: ${kind} of ${registrationId}, ${problem}`);
  }

  enter(fact: Fact, isConfirmed: boolean): void {
    const { registrationId: id } = fact;
    this.#unless(!this.confirmed.has(id) && !this.waiting.includes(id), fact, "who was in already");
    if (!isConfirmed) {
      this.waiting.push(id);
      return;
    }
    if (this.waiting.length > 0)
      this.overtaken.push(`fact ${fact.seq}: ${id} got a seat past ${this.waiting.length} who waited`);
    this.confirmed.add(id);
  }

  promote(fact: Fact): void {
    const { registrationId: id } = fact;
    const place = this.waiting.indexOf(id);
    this.#unless(place >= 0, fact, "who did not wait");
    if (place > 0)
      this.overtaken.push(`fact ${fact.seq}: ${id} was promoted past ${place} who waited longer`);
    if (place >= 0) this.waiting.splice(place, 1);
    this.confirmed.add(id);
  }

  leave(fact: Fact): void {
    const { registrationId: id } = fact;
    const place = this.waiting.indexOf(id);
    if (place >= 0) this.waiting.splice(place, 1);
    else this.#unless(this.confirmed.delete(id), fact, "who was not in");
  }

  resize(fact: Fact): void {
    const next = this.capacities.shift();
    this.#unless(next !== undefined, fact, "which no organizer was told of");
    this.capacity = next ?? this.capacity;
  }
}

const steps: Record<string, (seats: Seats, fact: Fact) => void> = {
  "registration.confirmed": (seats, fact) => seats.enter(fact, true),
  "registration.waiting": (seats, fact) => seats.enter(fact, false),
  "registration.promoted": (seats, fact) => seats.promote(fact),
  "registration.cancelled": (seats, fact) => seats.leave(fact),
  "seats.changed": (seats, fact) => seats.resize(fact),
};

/** Goes through an event's facts in commit order. Facts of one transaction carry the same instant and stand together. */
export function historyOf(evidence: Evidence, { eventId, capacity }: Ground): History {
  const seats = new Seats(capacity, capacitiesOf(evidence, eventId));
  const facts = evidence.facts.filter((fact) => fact.eventId === eventId && steps[fact.kind]);
  const moments = facts.map((fact, index): Moment => {
    steps[fact.kind]?.(seats, fact);
    return {
      seq: fact.seq,
      at: fact.at,
      capacity: seats.capacity,
      confirmed: seats.confirmed.size,
      waiting: seats.waiting.length,
      endsTransaction: facts[index + 1]?.at !== fact.at,
    };
  });
  const { overtaken, broken, confirmed, waiting } = seats;
  if (seats.capacities.length > 0)
    broken.push(`${seats.capacities.length} changes of capacity were answered ok and left no fact`);
  return { moments, overtaken, broken, confirmed, waiting };
}
