import type { BoardPerson, BoardTalk, PlanBoard } from "@/domain/matchmaking/labels";
import { TALK_OPENS_BEFORE_MS } from "@/domain/rooms/rules";
import { type BoardIndex, isPlaced } from "./board-index";

/** The day as it is at one moment. */
export type LiveDay = {
  /** The slot that runs, or the next one; undefined when all are over. */
  slot: number | undefined;
  isRunning: boolean;
  running: BoardTalk[];
  /** Their room is open, their time has not come. */
  waiting: BoardTalk[];
  next: BoardTalk[];
  /** Free in the slot, there, and with talks left: whoever could step in. */
  standby: BoardPerson[];
};

const timeOf = (text: string) => new Date(text).getTime();

/** Which talks run, which wait at an open door, and who could step in for somebody who does not come. */
export function liveDay(board: PlanBoard, index: BoardIndex, now: Date): LiveDay {
  const at = now.getTime();
  const found = board.slots.findIndex(({ endsAt }) => timeOf(endsAt) > at);
  const slot = board.slots[found];
  if (!slot) return { slot: undefined, isRunning: false, running: [], waiting: [], next: [], standby: [] };
  const isRunning = timeOf(slot.startsAt) <= at;
  const inSlot = (number: number) =>
    board.talks.filter((talk) => isPlaced(talk) && talk.slot === number && talk.state !== "draft");
  const ahead = isRunning ? found + 1 : found;
  const opens = timeOf(board.slots[ahead]?.startsAt ?? "9999-01-01") - TALK_OPENS_BEFORE_MS;
  const upcoming = inSlot(ahead);
  return {
    slot: found,
    isRunning,
    running: isRunning ? inSlot(found) : [],
    waiting: at >= opens ? upcoming : [],
    next: at >= opens ? [] : upcoming,
    standby: board.people.filter(
      ({ id, quota }) => !index.talkOf(id, found) && !index.closedOf(id, found) && index.countOf(id) < quota,
    ),
  };
}

/** Who should be in a room now and is not. At a table nobody is seen, so nobody is missing there. */
export const missingOf = (talks: readonly BoardTalk[], present: ReadonlySet<string>): string[] =>
  talks
    .filter(({ place }) => place !== "table")
    .flatMap(({ people }) => people.filter((id) => !present.has(id)));
