/** What judges of registrations and of talks look at alike: plain data. */

/** ok: 2xx. fail: 4xx, a refusal. unknown: time-out, 5xx, connection reset; the product may have done it or not. */
export type Outcome = "ok" | "fail" | "unknown";

/** One request. The times are milliseconds since 1970. */
export type Send = {
  sentAt: number;
  endedAt: number;
  outcome: Outcome;
  status: number;
  /** What the answer said: the state of a registration, or the reason of a refusal. */
  said: string;
};

/** One intention of one person: the same key in every request that carries it, however often it is sent. */
export type Intended = {
  key: string;
  kind: string;
  /** Asked so that it has to be refused. */
  isBad: boolean;
  sends: Send[];
};

export type MailRow = {
  id: string;
  dedupeKey: string;
  kind: string;
  subjectId: string;
  to: string;
  state: string;
};

/** What an intention came to: a single yes decides, since the other requests had the same key. */
export function outcomeOf({ sends }: Pick<Intended, "sends">): Outcome {
  if (sends.some(({ outcome }) => outcome === "ok")) return "ok";
  return sends.at(-1)?.outcome ?? "unknown";
}

/** What the first yes said. */
export const saidBy = ({ sends }: Pick<Intended, "sends">): string =>
  sends.find(({ outcome }) => outcome === "ok")?.said ?? "";
