import type { Talker } from "./ground";

export type KnownRequest = { id: string; from: Talker; to: Talker; starts: readonly number[] };
export type KnownTalk = { id: string; people: readonly Talker[]; startsAt: number };

/** What people have heard of each other's requests and talks. It may be out of date, as what people know is. */
export class Hearsay {
  readonly #requests = new Map<string, KnownRequest>();
  readonly #talks = new Map<string, KnownTalk>();

  asked(request: KnownRequest): void {
    this.#requests.set(request.id, request);
  }

  answered(id: string): void {
    this.#requests.delete(id);
  }

  agreed(talk: KnownTalk): void {
    this.#talks.set(talk.id, talk);
  }

  ended(id: string): void {
    this.#talks.delete(id);
  }

  requestsTo({ personId }: Talker): KnownRequest[] {
    return [...this.#requests.values()].filter(({ to }) => to.personId === personId);
  }

  requestsOf({ personId }: Talker): KnownRequest[] {
    return [...this.#requests.values()].filter(({ from }) => from.personId === personId);
  }

  /** Talks of all, or of one. */
  talks(of?: Talker): KnownTalk[] {
    return [...this.#talks.values()].filter(({ people }) => !of || people.includes(of));
  }

  /** Whether two have something with each other, as far as anybody has heard. */
  isBetween(one: Talker, other: Talker): boolean {
    const requests = [...this.#requests.values()];
    return (
      this.talks(one).some(({ people }) => people.includes(other)) ||
      requests.some(({ from, to }) => [from, to].includes(one) && [from, to].includes(other))
    );
  }

  /** Of these times those in which neither has a talk. */
  free(slots: readonly number[], people: readonly Talker[]): number[] {
    const taken = new Set(people.flatMap((one) => this.talks(one)).map(({ startsAt }) => startsAt));
    return slots.filter((slot) => !taken.has(slot));
  }
}
