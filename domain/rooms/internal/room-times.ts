import { HARD_STOP_MS, hardStopOf, OVERTIME_MS, TALK_OPENS_BEFORE_MS } from "../rules";
import { type EventRows, isAfterwards, isOver } from "./place";
import type { Round } from "./round-rooms";
import type { Room } from "./session";

const EARLY_MS = 60_000;
/** As long as a round lets its people find back. */
const CLOSING_MS = 15_000;

type Timed = {
  room: Pick<Room, "kind" | "opensAt" | "closesAt">;
  round: Round | undefined;
  event: EventRows;
  now: Date;
};

/** A room whose agenda item ends before its round does. */
const isShut = ({ closesAt }: Timed["room"], now: Date) =>
  closesAt !== null && now.getTime() >= closesAt.getTime() + CLOSING_MS + HARD_STOP_MS;

/** True while the room must exist at LiveKit, so that whoever comes back after a restart finds it. */
export function isWanted({ room, round, event, now }: Timed): boolean {
  if (room.kind === "main") return !isOver(event, now);
  if (room.kind === "backstage") return !isOver(event, now) || isAfterwards(event, now);
  if (!round?.startsAt || round.cancelledAt) return false;
  if (isShut(room, now) || now.getTime() < room.opensAt.getTime() - EARLY_MS) return false;
  const lead = EARLY_MS + (round.kind === "talk" ? TALK_OPENS_BEFORE_MS : 0);
  const stop = hardStopOf(round);
  return now.getTime() >= round.startsAt.getTime() - lead && stop !== null && now < stop;
}

/** True once the room is to be deleted whoever is still in it: the hard stop behind every timer. */
export function isSpent({ room, round, event, now }: Timed): boolean {
  const at = now.getTime();
  if (room.kind === "backstage" && isAfterwards(event, now)) return false;
  if (room.kind === "main" || room.kind === "backstage") {
    const end = event.endedAt?.getTime() ?? event.endsAt.getTime() + OVERTIME_MS;
    return isOver(event, now) && (event.cancelled || at >= end + HARD_STOP_MS);
  }
  if (!round) return true;
  if (round.cancelledAt) return at >= round.cancelledAt.getTime() + HARD_STOP_MS;
  const stop = hardStopOf(round);
  return isShut(room, now) || (stop !== null && now >= stop);
}
