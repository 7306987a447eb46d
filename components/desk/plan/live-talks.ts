import type { MatrixPerson, MatrixTalk, PlanMatrix } from "@/domain/matchmaking/labels";
import { TALK_OPENS_BEFORE_MS } from "@/domain/rooms/rules";
import { isPlaced, type MatrixIndex } from "./matrix-index";

/** The day as it is at one moment. */
export type LiveDay = {
  /** The slot that runs, or the next one; undefined when all are over. */
  slot: number | undefined;
  isRunning: boolean;
  running: MatrixTalk[];
  /** Their room is open, their time has not come. */
  waiting: MatrixTalk[];
  next: MatrixTalk[];
  /** Free in the slot, there, and with talks left: whoever could step in. */
  standby: MatrixPerson[];
};

const timeOf = (text: string) => new Date(text).getTime();

/** The slot that runs at this moment. */
export function runningSlot(slots: PlanMatrix["slots"], now: Date): number | undefined {
  const at = now.getTime();
  const found = slots.findIndex(({ startsAt, endsAt }) => timeOf(startsAt) <= at && at < timeOf(endsAt));
  return found < 0 ? undefined : found;
}

/** Which talks run, which wait at an open door, and who could step in for somebody who does not come. */
export function liveDay(matrix: PlanMatrix, index: MatrixIndex, now: Date): LiveDay {
  const at = now.getTime();
  const found = matrix.slots.findIndex(({ endsAt }) => timeOf(endsAt) > at);
  const slot = matrix.slots[found];
  if (!slot) return { slot: undefined, isRunning: false, running: [], waiting: [], next: [], standby: [] };
  const isRunning = timeOf(slot.startsAt) <= at;
  const inSlot = (number: number) =>
    matrix.talks.filter((talk) => isPlaced(talk) && talk.slot === number && talk.state !== "draft");
  const ahead = isRunning ? found + 1 : found;
  const opens = timeOf(matrix.slots[ahead]?.startsAt ?? "9999-01-01") - TALK_OPENS_BEFORE_MS;
  const upcoming = inSlot(ahead);
  return {
    slot: found,
    isRunning,
    running: isRunning ? inSlot(found) : [],
    waiting: at >= opens ? upcoming : [],
    next: at >= opens ? [] : upcoming,
    standby: matrix.people.filter(
      ({ id, quota }) => !index.talkOf(id, found) && !index.closedOf(id, found) && index.countOf(id) < quota,
    ),
  };
}

/** Who should be in the room of this talk now and is not. At a table nobody is seen, so nobody is missing there. */
export const missingFrom = ({ place, people }: MatrixTalk, present: ReadonlySet<string>): string[] =>
  place === "table" ? [] : people.filter((id) => !present.has(id));

export const missingOf = (talks: readonly MatrixTalk[], present: ReadonlySet<string>): string[] =>
  talks.flatMap((talk) => missingFrom(talk, present));
