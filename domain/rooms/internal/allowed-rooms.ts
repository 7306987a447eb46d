import { isHost, isOnStage, isUnproven } from "../rules";
import {
  type EventRows,
  isBehind,
  isInLobby,
  isOver,
  isSet,
  mayBeInMain,
  type PersonRows,
  place,
  type RoomRow,
  spanOf,
  staysOf,
} from "./place";

const EARLY_MS = 60_000;

/** Rooms of the person's own intervals and assignments, from 60 s ahead of time. */
function ownRooms(person: PersonRows, event: EventRows, at: number): string[] {
  if (isUnproven(person.role)) return [];
  const waits = isInLobby(person, event);
  const stays = staysOf(person).filter((stay) => stay.from - EARLY_MS <= at && at < stay.to);
  const assigned = person.assignments.filter(
    (row) => isSet(row) && spanOf(row).from - EARLY_MS <= at && at < spanOf(row).to && !row.room.closedAt,
  );
  const own = [...stays, ...assigned].map(({ room }) => room);
  return own.filter(({ kind }) => kind === "talk" || !waits).map(({ id }) => id);
}

/**
 * Rooms a connection of this person may be in at `now`: where it belongs, up to 60 s ahead of time, and the
 * plenary it may return to. Hosts may look into every open room but the talks of others.
 */
export function allowedRooms(input: {
  person: PersonRows;
  event: EventRows;
  openRooms: readonly RoomRow[];
  now: Date;
}): Set<string> {
  const { person, event, now } = input;
  const here = place(person, event, now);
  if (here.state === "removed" || event.cancelled) return new Set();
  const allowed = new Set(ownRooms(person, event, now.getTime()));
  if (here.state === "room") allowed.add(here.room.id);
  if (event.main && mayBeInMain(person, event, now) && !isBehind(person, event, now))
    allowed.add(event.main.id);
  if (event.backstage && isOnStage(person.role) && !isOver(event, now)) allowed.add(event.backstage.id);
  if (!isHost(person.role) || isOver(event, now)) return allowed;
  for (const room of input.openRooms) if (room.kind !== "talk" && !room.closedAt) allowed.add(room.id);
  return allowed;
}
