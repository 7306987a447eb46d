import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Reader } from "@/db/client";
import { hands } from "@/db/schema/interaction";
import { events } from "@/db/schema/programme";
import { liveSessions, roomSettings as settingsRows } from "@/db/schema/rooms";
import type { Context } from "@/domain/kernel/context";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { findPeople, personNow } from "../internal/admissions";
import { allowedRooms } from "../internal/allowed-rooms";
import { admissionMadeBy } from "../internal/entrance";
import { place } from "../internal/place";
import { roomRights } from "../internal/room-rights";
import { eventRowsOf, openRoomsOf, settingsIn } from "../internal/session";
import type { Standing } from "../internal/standing";
import { findEntrance } from "./entrance";
import { hasFloor } from "./hands";

/** As `floorOf` names them. */
const floors = z.array(z.string());

/** The event, its live side, its settings and its accepted hands: what is the same for everybody, in one round trip. */
async function readGround(reader: Reader, which: SQL) {
  const [row] = await reader
    .select({
      event: events,
      session: liveSessions,
      settings: settingsRows.settings,
      accepted: sql`array(select concat_ws(' ', ${hands.admissionId}, ${hands.roomId}) from ${hands}
        where ${hands.liveSessionId} = ${liveSessions.id} and ${hasFloor})`,
    })
    .from(events)
    .leftJoin(liveSessions, eq(liveSessions.eventId, events.id))
    .leftJoin(settingsRows, eq(settingsRows.eventId, events.id))
    .where(which);
  if (!row || row.event.status === "draft") return undefined;
  return {
    event: { ...row.event, eventId: row.event.id },
    session: row.session ?? undefined,
    settings: settingsIn(row.settings),
    accepted: new Set(floors.parse(row.accepted)),
  };
}

/**
 * Who the actor is in this event and where it stands at `now`. Undefined for events that do not exist or are
 * drafts. `admitted` is missing for strangers, the banned and people on the waiting list, so the policy refuses.
 */
export const standingOf = (
  reader: Reader,
  actor: Actor,
  { eventId, now }: { eventId: Id<"event">; now: Date },
): Promise<Standing | undefined> => standingWhere(reader, actor, { which: eq(events.id, eventId), now });

/** `load` of every command about an event's room. */
export const loadStanding = (
  { tx, actor, now }: Omit<Context, "emit">,
  { eventId }: { eventId: Id<"event"> },
): Promise<Standing | undefined> => standingOf(tx, actor, { eventId, now });

/** The same by the event's address. */
export const standingAt = (
  reader: Reader,
  actor: Actor,
  { slug, now }: { slug: string; now: Date },
): Promise<Standing | undefined> => standingWhere(reader, actor, { which: eq(events.slug, slug), now });

/** Four round trips, because every request of a room begins with them: ground, entrance, person, open rooms. */
async function standingWhere(
  reader: Reader,
  actor: Actor,
  { which, now }: { which: SQL; now: Date },
): Promise<Standing | undefined> {
  const ground = await readGround(reader, which);
  if (!ground) return undefined;
  const { event, session, settings, accepted } = ground;
  const { eventId } = event;
  const entrance = await findEntrance(reader, actor, event);
  const mine = entrance && admissionMadeBy(eventId, entrance);
  const [found] = mine ? await findPeople(reader, mine, now) : [];
  const me = found && entrance && personNow(found, entrance.role);
  const rooms = session ? await openRoomsOf(reader, session.id) : [];
  const eventRows = eventRowsOf(event, session, rooms);
  const here = me && place(me.rows, eventRows, now);
  const rights =
    me && here?.state === "room" && session
      ? roomRights({ session, settings, person: me, room: here.room, accepted })
      : undefined;
  const waits = here?.state === "wait" && here.reason === "lobby";
  const isIn = me !== undefined && !entrance?.waiting && here?.state !== "removed";
  return {
    networkId: event.networkId,
    eventId,
    // Who waits at the door of the room has no more part in it than somebody whose address is not proven.
    ...(isIn ? { admitted: waits ? "unproven" : me.rows.role } : {}),
    event,
    entrance,
    session,
    settings,
    accepted,
    rooms,
    eventRows,
    me,
    place: here,
    rights,
    myRooms: isIn ? allowedRooms({ person: me.rows, event: eventRows, openRooms: rooms, now }) : new Set(),
  };
}
