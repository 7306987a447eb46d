import type {
  ChangeRow,
  RequestRow,
  RoundRow,
  TalkEvidence,
  TalkFact,
  TalkMail,
  TalkOperation,
  TalkRow,
} from "../../talks/evidence";
import { judge } from "../judge";
import { soundRun } from "../sound-run";
import { slot, soundTalks } from "./sound-talks";

/** The promises that these talks break. */
export const brokenBy = (talks: TalkEvidence): string[] =>
  judge({ ...soundRun, talks }).flatMap(({ promise, violations }) =>
    violations.length > 0 ? [promise] : [],
  );

export const doctored = (change: Partial<TalkEvidence>): TalkEvidence => ({ ...soundTalks, ...change });

/** The list with one of its rows changed. */
export const changed = <Row>(
  rows: readonly Row[],
  isIt: (row: Row) => boolean,
  change: Partial<Row>,
): Row[] => {
  if (rows.filter(isIt).length !== 1) throw new Error("one row was meant");
  return rows.map((row) => (isIt(row) ? { ...row, ...change } : row));
};
export const byId =
  (id: string) =>
  (row: { id: string }): boolean =>
    row.id === id;

export const withTalk = (id: string, change: Partial<TalkRow>) =>
  doctored({ meetings: changed(soundTalks.meetings, byId(id), change) });
export const withRequest = (id: string, change: Partial<RequestRow>) =>
  doctored({ requests: changed(soundTalks.requests, byId(id), change) });
export const withFact = (id: string, change: Partial<TalkFact>) =>
  doctored({ facts: changed(soundTalks.facts, byId(id), change) });
export const withChange = (meetingId: string, change: Partial<ChangeRow>) =>
  doctored({ changes: changed(soundTalks.changes, (row) => row.meetingId === meetingId, change) });
export const without = <Name extends "meetings" | "requests" | "facts" | "mails">(name: Name, id: string) => {
  const rows: readonly { id: string }[] = soundTalks[name];
  if (!rows.some(byId(id))) throw new Error(`there is no ${id}`);
  return doctored({ [name]: rows.filter((row) => row.id !== id) });
};
export const withOperation = (number: number, change: Partial<TalkOperation>) =>
  doctored({
    operations: changed(soundTalks.operations, ({ key }) => key === `gespraech-${number}`, change),
  });
export const withMail = (key: string, change: Partial<TalkMail>) =>
  doctored({ mails: changed(soundTalks.mails, ({ dedupeKey }) => dedupeKey === key, change) });
export const withRound = (id: string, change: Partial<RoundRow>) =>
  doctored({ rounds: changed(soundTalks.rounds, byId(id), change) });

/** A talk as the row, its seats and its time moved to another slot. */
export const at = (id: string, number: number): Partial<TalkRow> => {
  const span = { startsAt: slot(number), endsAt: slot(number + 1) };
  const people = soundTalks.meetings.find(byId(id))?.people ?? [];
  return { ...span, people: people.map((seat) => ({ ...seat, ...span })) };
};
export const standing = (id: string): Partial<TalkRow> => {
  const people = soundTalks.meetings.find(byId(id))?.people ?? [];
  return { status: "accepted", people: people.map((seat) => ({ ...seat, status: "accepted" })) };
};
