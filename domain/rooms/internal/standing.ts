import type { Scope } from "@/domain/policy";
import type { EventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import type { Rights } from "../rules";
import type { RoomSettings } from "../schema";
import type { Person } from "./admissions";
import type { Entrance } from "./entrance";
import type { EventRows, Place } from "./place";
import type { LiveSession, Room } from "./session";

/** Everything a decision about one actor in one event can need, read once. */
export type Standing = Scope & {
  eventId: Id<"event">;
  event: EventScope;
  entrance: Entrance | undefined;
  session: LiveSession | undefined;
  settings: RoomSettings;
  /** Whose raised hand was accepted, and where: see `floorOf`. */
  accepted: ReadonlySet<string>;
  /** Rooms that are not closed. */
  rooms: Room[];
  eventRows: EventRows;
  me: Person | undefined;
  place: Place | undefined;
  /** Rights in the room the person belongs to now. */
  rights: Rights | undefined;
  /** Rooms this person may be in, and so may read and write in. */
  myRooms: ReadonlySet<string>;
};
