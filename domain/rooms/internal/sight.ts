import type { Id } from "@/lib/ids";
import type { Connection } from "@/lib/livekit/room-service";
import type { Rights } from "../rules";
import type { Person } from "./admissions";
import { allowedRooms } from "./allowed-rooms";
import { type EventRows, type PersonRows, place, type RoomRow, staysOf } from "./place";
import { roomRights } from "./room-rights";
import type { Room, SessionView } from "./session";

/** How long somebody may linger in a room left by the rows; browsers move by themselves in that time. Decision 021. */
export const LINGER_MS = 15_000;
/**
 * The same in the room of a talk that was called off, moved, or goes on without them. A talk is its people's alone, so they
 * are out within ten seconds of the change: one for the fact, these, and five for the next look at the room.
 */
const TALK_LINGER_MS = 3_000;

export type Verdict =
  | { what: "fine" }
  | { what: "remove"; isBanned?: boolean }
  | { what: "linger"; forMs: number }
  | { what: "update"; rights: Rights; name: string };

type Sight = {
  connection: Connection;
  room: Room;
  person: Person | undefined;
  view: SessionView;
  eventRows: EventRows;
  accepted: ReadonlySet<string>;
  now: Date;
};

const differs = (is: Connection["rights"], should: Rights) =>
  is.mic !== should.mic || is.cam !== should.cam || is.screen !== should.screen || is.data !== should.data;

/**
 * What to do about one connection in one room. Strangers and the banned go at once; others may linger for a moment.
 * A hidden viewer becomes visible with the first right to speak, and nobody ever becomes hidden later.
 */
export function judge({ connection, room, person, view, eventRows, accepted, now }: Sight): Verdict {
  if (!person) return { what: "remove" };
  const { banned } = person.rows;
  if (banned && (banned.until === null || banned.until > now)) return { what: "remove", isBanned: true };
  const allowed = allowedRooms({ person: person.rows, event: eventRows, openRooms: view.rooms, now });
  if (!allowed.has(room.id)) return { what: "linger", forMs: lingerIn(room, person.rows, now) };
  const should = roomRights({ ...view, person, room, accepted });
  const name = person.admission.displayName;
  const isNamed = connection.name === undefined || connection.name === name;
  if (isNamed && !differs(connection.rights, should)) return { what: "fine" };
  const speaks = should.mic || should.cam || should.screen;
  return { what: "update", rights: { ...should, hidden: connection.rights.hidden && !speaks }, name };
}

/** Whether a second connection may see the stage: its person is behind it, and not in it. */
export const mayWatch = ({
  person,
  room,
  eventRows,
  now,
}: Pick<Sight, "person" | "room" | "eventRows" | "now">) => {
  if (!person || room.kind !== "main") return false;
  const here = place(person.rows, eventRows, now);
  return here.state === "room" && here.room.kind === "backstage";
};

/** A talk that is over by the clock is left by timers that need not be to the second. */
function lingerIn(room: Pick<RoomRow, "id" | "kind">, person: PersonRows, now: Date): number {
  const isOver = staysOf(person).some((stay) => stay.room.id === room.id && stay.to <= now.getTime());
  return room.kind === "talk" && !isOver ? TALK_LINGER_MS : LINGER_MS;
}

/** Since when each connection has been where it should not be; lives in the process that reconciles. */
const lingering = new Map<string, number>();

/** True once a connection has been misplaced for longer than its person may linger. */
export function hasLingered(sid: string, now: Date, forMs: number): boolean {
  const since = lingering.get(sid) ?? now.getTime();
  lingering.set(sid, since);
  return now.getTime() - since >= forMs;
}

export const isInPlace = (sid: string) => lingering.delete(sid);

/** Forgets connections nobody has seen for ten minutes, so that the map does not grow. */
export function forgetLingering(now: Date): void {
  for (const [sid, since] of lingering) if (now.getTime() - since > 600_000) lingering.delete(sid);
}

export type Seen = { sid: string; admissionId: Id<"admission">; roomId: Id<"room">; joinedAt: Date };
