import type { Dice } from "@/db/seed/random";
import { type Done, type Intent, type Postponed, perform } from "../operate";
import type { Run } from "../run-state";
import type { Prepared } from "../send";
import type { TalkKind, TalkOperation } from "./evidence";

export type Wanted = {
  kind: TalkKind;
  people?: readonly string[];
  about?: string;
  starts?: readonly number[];
  isBad?: boolean;
  /** Makes the request of the key, which a request also carries as its note. */
  request: (key: string) => Prepared;
};

/** Someone who does one thing after the other, each with a key of its own. */
export class Doer {
  readonly postponed: Postponed = { repeats: [], open: [] };
  #keys = 0;

  constructor(
    readonly run: Run,
    readonly chance: Dice,
    readonly name: string,
  ) {}

  /** Carries it out and gives the operation as it is written down. */
  do(wanted: Wanted, mayStayOpen = false): Promise<Done> {
    this.#keys += 1;
    const key = `gespraech-${this.run.seed}-${this.name}-${this.#keys}`;
    const { kind, people = [], about = "", starts = [], isBad = false, request } = wanted;
    const operation: TalkOperation = { key, kind, people, about, starts, isBad, sends: [] };
    const intent: Intent = { operation, prepared: withKey(request(key), key) };
    this.run.talks.push(operation);
    return perform({ run: this.run, chance: this.chance, postponed: this.postponed }, intent, mayStayOpen);
  }
}

const withKey = (prepared: Prepared, key: string): Prepared => ({
  ...prepared,
  form: { ...prepared.form, idempotencyKey: key },
});

export const iso = (at: number): string => new Date(at).toISOString();
