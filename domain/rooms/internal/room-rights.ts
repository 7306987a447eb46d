import { floorOf, isSameRole, modeOf, type Rights, rights } from "../rules";
import type { RoomKind, RoomMode, RoomSettings } from "../schema";
import type { Person } from "./admissions";
import type { LiveSession } from "./session";

/** From this many people on, those who only watch join invisibly. */
export const LARGE_AUDIENCE = 200;

type Input = {
  person: Person;
  room: { id: string; kind: RoomKind; mode: RoomMode | null };
  session: LiveSession;
  /** Whose hand was accepted, and where: see `floorOf`. */
  accepted: ReadonlySet<string>;
  settings: RoomSettings;
  /** People who are here; a large audience joins invisibly. */
  audience?: number;
};

/** Rights of one person in one room, from rows. */
export const roomRights = ({ person, room, session, accepted, settings, audience = 0 }: Input): Rights =>
  rights({
    role: person.rows.role,
    kind: room.kind,
    mode: modeOf(room, session.mode),
    frozen: session.frozen,
    silenced: person.silenced,
    noChat: person.noChat,
    handAccepted:
      accepted.has(floorOf(person.admission.id, room.kind === "main" ? null : room.id)) &&
      isSameRole(person.admission.role, person.rows.role),
    participantsShareScreen: settings.participantsShareScreen,
    largeAudience: audience > LARGE_AUDIENCE,
  });
