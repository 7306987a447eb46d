import type { TakenMail } from "../fixtures/mail-server";

/** What the judges look at: plain data, so that they need no stack and can be tested on a doctored record. */

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

export type OperationKind = "register" | "cancel" | "prove" | "capacity";

/** One intention of one person: the same key in every request that carries it, however often it is sent. */
export type Operation = {
  key: string;
  kind: OperationKind;
  eventId: string;
  /** Whom it is about; empty for a change of capacity. */
  email: string;
  /** The number of seats that a change of capacity asks for. */
  capacity: number | null;
  /** Asked so that it has to be refused. */
  isBad: boolean;
  sends: Send[];
};

/** An event as it was made, before the first request. */
export type Ground = { eventId: string; capacity: number };

export type Registration = {
  id: string;
  eventId: string;
  email: string;
  status: string;
  isProven: boolean;
};

export type SeatPlan = { eventId: string; capacity: number | null; confirmed: number; waiting: number };

/** A row of the outbox. Under the lock of an event's seats `seq` grows in the order of commits. */
export type Fact = {
  seq: number;
  id: string;
  kind: string;
  eventId: string;
  registrationId: string;
  at: number;
  isTold: boolean;
};

export type MailRow = {
  id: string;
  dedupeKey: string;
  kind: string;
  subjectId: string;
  to: string;
  state: string;
};

export type Evidence = {
  grounds: readonly Ground[];
  /** In the order in which each person asked. */
  operations: readonly Operation[];
  /** Rows of people with an unknown outcome, before it was asked again: key to number of rows. */
  leftBehind: Readonly<Record<string, number>>;
  registrations: readonly Registration[];
  plans: readonly SeatPlan[];
  /** By `seq`. */
  facts: readonly Fact[];
  mails: readonly MailRow[];
  /** What the mailbox shows for some addresses: the ids of their mails. */
  mailbox: Readonly<Record<string, readonly string[]>>;
  /** What the mail server took, in its order; the same message twice where its sender heard nothing of the first time. */
  taken: readonly TakenMail[];
  /** What was done to the stack. */
  faults: readonly string[];
  /** How many it should have been. */
  faultsPlanned: number;
};

/** What an intention came to: a single yes decides, since the other requests had the same key. */
export function outcomeOf({ sends }: Operation): Outcome {
  if (sends.some(({ outcome }) => outcome === "ok")) return "ok";
  return sends.at(-1)?.outcome ?? "unknown";
}

/** What the first yes said. */
export const saidBy = ({ sends }: Operation): string =>
  sends.find(({ outcome }) => outcome === "ok")?.said ?? "";
