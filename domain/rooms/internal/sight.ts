import type { Id } from "@/lib/ids";
import type { Connection } from "@/lib/livekit/room-service";
import type { Rights } from "../rules";
import type { Person } from "./admissions";
import { allowedRooms } from "./allowed-rooms";
import type { EventRows } from "./place";
import { roomRights } from "./room-rights";
import type { Room, SessionView } from "./session";

/** How long somebody may linger in a room left by the rows; browsers move by themselves in that time. */
export const LINGER_MS = 15_000;

export type Verdict =
  | { what: "fine" }
  | { what: "remove" }
  | { what: "linger" }
  | { what: "update"; rights: Rights };

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
 * What to do about one connection in one room. Strangers and the banned go at once; others may linger for 15 s.
 * A hidden viewer becomes visible with the first right to speak, and nobody ever becomes hidden later.
 */
export function judge({ connection, room, person, view, eventRows, accepted, now }: Sight): Verdict {
  if (!person) return { what: "remove" };
  const { banned } = person.rows;
  if (banned && (banned.until === null || banned.until > now)) return { what: "remove" };
  const allowed = allowedRooms({ person: person.rows, event: eventRows, openRooms: view.rooms, now });
  if (!allowed.has(room.id)) return { what: "linger" };
  const should = roomRights({ ...view, person, room, accepted });
  if (!differs(connection.rights, should)) return { what: "fine" };
  const speaks = should.mic || should.cam || should.screen;
  return { what: "update", rights: { ...should, hidden: connection.rights.hidden && !speaks } };
}

/** Since when each connection has been where it should not be; lives in the process that reconciles. */
const lingering = new Map<string, number>();

/** True once a connection has been misplaced for longer than people may linger. */
export function hasLingered(sid: string, now: Date): boolean {
  const since = lingering.get(sid) ?? now.getTime();
  lingering.set(sid, since);
  return now.getTime() - since >= LINGER_MS;
}

export const isInPlace = (sid: string) => lingering.delete(sid);

/** Forgets connections nobody has seen for ten minutes, so that the map does not grow. */
export function forgetLingering(now: Date): void {
  for (const [sid, since] of lingering) if (now.getTime() - since > 600_000) lingering.delete(sid);
}

export type Seen = { sid: string; admissionId: Id<"admission">; roomId: Id<"room">; joinedAt: Date };
