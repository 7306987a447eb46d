import type { TakenMail } from "../../fixtures/mail-server";
import type { Intended, MailRow } from "../intended";

/** What the judges of talks look at. All times are milliseconds since 1970. */

export type TalkKind =
  | "ask"
  | "counter"
  | "withdraw"
  | "accept"
  | "decline"
  | "move"
  | "call-off"
  | "book"
  | "plan"
  | "adopt"
  | "publish";

export type TalkOperation = Intended & {
  kind: TalkKind;
  /** The two people whom it brings together; of a plan and its like nobody. */
  people: readonly string[];
  /** The request, talk or search that it is about; empty where it makes the first. */
  about: string;
  /** The times that it asks for. */
  starts: readonly number[];
};

/** Somebody who takes talks. */
export type Partner = { personId: string; registrationId: string; email: string; attendance: string };

export type RequestRow = {
  id: string;
  from: string;
  to: string;
  /** The key of whoever asked: every one of ours asks in so many words. */
  note: string;
  status: string;
  isCounter: boolean;
};

type Seat = { personId: string; startsAt: number; endsAt: number; status: string };
export type TalkRow = {
  id: string;
  requestId: string | null;
  roundId: string | null;
  startsAt: number;
  endsAt: number;
  status: string;
  place: string;
  table: number | null;
  sequence: number;
  /** Planning made it, or took it back. */
  isPlanned: boolean;
  isWithdrawn: boolean;
  people: readonly Seat[];
};

/** A move, by one of its people, by an organizer or by a plan; `sequence` is that of the calendar after it. */
export type ChangeRow = { meetingId: string; sequence: number; from: number };
export type VersionRow = { version: number; added: number; moved: number; removed: number };
/** What a search came to for two people. */
export type PlannedPair = { runId: string; most: number; people: readonly string[]; startsAt: number | null };

export type TalkFact = {
  seq: number;
  id: string;
  kind: string;
  at: number;
  isTold: boolean;
  requestId: string;
  meetingId: string;
  /** Of a published plan. */
  version: number;
  added: readonly string[];
};

export type TalkMail = MailRow & { ics: string };
export type RoundRow = {
  id: string;
  startsAt: number;
  endsAt: number;
  isCancelled: boolean;
  rooms: readonly string[];
  people: readonly string[];
};

export type TalkEvidence = {
  eventId: string;
  /** Starts of the slots, and their length. */
  slots: readonly number[];
  slotMs: number;
  tables: number;
  people: readonly Partner[];
  operations: readonly TalkOperation[];
  /** Rows of intentions with an unknown outcome, before they were asked again: key to number of rows. */
  leftBehind: Readonly<Record<string, number>>;
  requests: readonly RequestRow[];
  meetings: readonly TalkRow[];
  changes: readonly ChangeRow[];
  versions: readonly VersionRow[];
  pairs: readonly PlannedPair[];
  /** By `seq`, which grows in the order of commits for every request, talk and person. */
  facts: readonly TalkFact[];
  mails: readonly TalkMail[];
  mailbox: Readonly<Record<string, readonly string[]>>;
  taken: readonly TakenMail[];
  rounds: readonly RoundRow[];
  /** Who the room server says is in each room of a talk: name of the room to people. */
  present: Readonly<Record<string, readonly string[]>>;
};
