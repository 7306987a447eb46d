import type { TakenMail } from "../fixtures/mail-server";
import type { Intended, MailRow } from "./intended";
import type { TalkEvidence } from "./talks/evidence";

/** What the judges look at: plain data, so that they need no stack and can be tested on a doctored record. */

export type OperationKind = "register" | "cancel" | "prove" | "capacity";

/** An intention about a registration, or about the seats of an event. */
export type Operation = Intended & {
  kind: OperationKind;
  eventId: string;
  /** Whom it is about; empty for a change of capacity. */
  email: string;
  /** The number of seats that a change of capacity asks for. */
  capacity: number | null;
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
  talks: TalkEvidence;
};
