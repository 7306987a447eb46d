import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { admissions, assignments, placements, rooms, rounds } from "@/db/schema/rooms";
import type { EventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { isDistributed, roundState } from "../rules";
import type { Admission } from "./admissions";
import { isFresh, listPresent, roomsOfConnected } from "./presence";
import type { Round } from "./round-rooms";
import type { LiveSession } from "./session";

const LISTED = 20;
const iso = (date: Date | null) => date?.toISOString() ?? null;

type Seat = {
  roomId: Id<"room">;
  roundId: Id<"round">;
  admission: Admission;
  placement: typeof placements.$inferSelect | null;
  returnedAt: Date | null;
  declinedAt: Date | null;
  helpAskedAt: Date | null;
  helpOnTheWayAt: Date | null;
};
type Ground = { roomsOfRounds: (typeof rooms.$inferSelect)[]; seats: Seat[] };

/** Rooms and seats of these rounds, each read once. */
async function groundOf(reader: Reader, ids: Id<"round">[]): Promise<Ground> {
  const seats = await reader
    .select({
      roomId: assignments.roomId,
      roundId: assignments.roundId,
      admission: admissions,
      placement: placements,
      returnedAt: assignments.returnedAt,
      declinedAt: assignments.declinedAt,
      helpAskedAt: assignments.helpAskedAt,
      helpOnTheWayAt: assignments.helpOnTheWayAt,
    })
    .from(assignments)
    .innerJoin(admissions, eq(admissions.id, assignments.admissionId))
    .leftJoin(placements, eq(placements.admissionId, assignments.admissionId))
    .where(inArray(assignments.roundId, ids))
    .orderBy(admissions.displayName);
  const roomsOfRounds = await reader
    .select()
    .from(rooms)
    .where(inArray(rooms.roundId, ids))
    .orderBy(rooms.label);
  return { seats, roomsOfRounds };
}

type View = {
  round: Round;
  ground: Ground;
  here: readonly Admission[];
  connected: ReadonlyMap<string, string>;
  now: Date;
};

/** There: LiveKit saw the person in this room, or its browser said so since the round began. */
const hasArrived = ({ connected, now, round }: View, seat: Seat): boolean => {
  if (seat.returnedAt || !isFresh(seat.placement, now)) return false;
  if (connected.get(seat.admission.id) === seat.roomId) return true;
  const since = Number(seat.placement?.arrivedEpoch?.split(":")[1] ?? 0);
  return round.startsAt !== null && now >= round.startsAt && since >= round.startsAt.getTime();
};

function viewOf(view: View) {
  const { round, ground, here, now } = view;
  const seats = ground.seats.filter((seat) => seat.roundId === round.id);
  const seated = new Set(seats.map((seat) => seat.admission.id));
  const byNumber = new Intl.Collator("de", { numeric: true });
  return {
    id: round.id,
    rule: round.rule,
    groupSize: round.groupSize,
    durationSeconds: round.durationSeconds,
    state: roundState(round, now),
    startsAt: iso(round.startsAt),
    endsAt: iso(round.endsAt),
    allowReturn: round.allowReturn,
    autoMove: round.autoMove,
    message: round.message,
    rooms: ground.roomsOfRounds
      .filter((room) => room.roundId === round.id)
      .sort((a, b) => byNumber.compare(a.label, b.label))
      .map((room) => ({
        id: room.id,
        kind: room.kind,
        label: room.label,
        people: seats
          .filter((seat) => seat.roomId === room.id)
          .map((seat) => ({
            admissionId: seat.admission.id,
            name: seat.admission.displayName,
            arrived: hasArrived(view, seat),
            waits: seat.declinedAt !== null && !hasArrived(view, seat),
            helpAskedAt: iso(seat.helpAskedAt),
            helpOnTheWay: seat.helpOnTheWayAt !== null,
          })),
      })),
    unassigned: here
      .filter(({ id, role }) => isDistributed(role) && !seated.has(id))
      .map(({ id, displayName }) => ({ admissionId: id, name: displayName })),
  };
}

/** Every breakout round of the session, newest first, with its people: for hosts. */
export async function roundsForHosts(
  reader: Reader,
  { session, event, now }: { session: LiveSession; event: EventScope; now: Date },
) {
  const found = await reader
    .select()
    .from(rounds)
    .where(and(eq(rounds.liveSessionId, session.id), eq(rounds.kind, "breakout"), isNull(rounds.cancelledAt)))
    .orderBy(desc(rounds.createdAt))
    .limit(LISTED);
  const here = found.length === 0 ? [] : await listPresent(reader, event, now);
  return viewsOf(reader, { session, found, here, now });
}

/** The round somebody is in or about to enter, with the people of the own room only; who is left over is for hosts. */
export async function roundsForPerson(
  reader: Reader,
  { session, admissionId, now }: { session: LiveSession; admissionId: Id<"admission">; now: Date },
) {
  const mine = await reader
    .select({ round: rounds, roomId: assignments.roomId })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .where(and(eq(assignments.admissionId, admissionId), eq(rounds.liveSessionId, session.id)));
  const current = mine.filter(({ round }) =>
    ["announced", "open", "closing"].includes(roundState(round, now)),
  );
  const found = current.map(({ round }) => round);
  const views = await viewsOf(reader, { session, found, here: [], now });
  return views.map((view) => ({
    ...view,
    rooms: view.rooms.filter((room) => current.some(({ roomId }) => roomId === room.id)),
  }));
}

type Found = { session: LiveSession; found: Round[]; here: readonly Admission[]; now: Date };

async function viewsOf(reader: Reader, { session, found, here, now }: Found) {
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const ground = await groundOf(reader, ids);
  const connected = await roomsOfConnected(reader, session.eventId);
  return found.map((round) => viewOf({ round, ground, here, connected, now }));
}
