import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { admissions, assignments, placements, rooms, rounds } from "@/db/schema/rooms";
import { asides } from "@/db/schema/rooms-beside";
import type { Id } from "@/lib/ids";
import { isHost, roundState } from "../rules";
import { type AsideKind, mayListenIn } from "../rules/asides";
import type { Person } from "./admissions";
import { isFresh } from "./presence";
import type { Round } from "./round-rooms";
import type { Room } from "./session";

export type Aside = {
  admissionId: Id<"admission">;
  kind: AsideKind;
  name: string;
  roundId: Id<"round">;
  roomId: Id<"room"> | null;
  soundFrom: Date;
};

/** What is on now: of hosts whose page is open, while the round runs. */
async function asidesWhere(reader: Reader, which: SQL, now: Date): Promise<Aside[]> {
  const found = await reader
    .select({ aside: asides, admission: admissions, placement: placements, round: rounds })
    .from(asides)
    .innerJoin(admissions, eq(admissions.id, asides.admissionId))
    .innerJoin(rounds, eq(rounds.id, asides.roundId))
    .leftJoin(placements, eq(placements.admissionId, asides.admissionId))
    .where(which);
  return found
    .filter(
      ({ admission, placement, round }) =>
        isHost(admission.role) && isFresh(placement, now) && roundState(round, now) === "open",
    )
    .map(({ aside: { createdAt: _, eventId: __, ...aside }, admission }) => ({
      ...aside,
      name: admission.displayName,
    }));
}

export const asidesOfRounds = (reader: Reader, roundIds: readonly Id<"round">[], now: Date) =>
  asidesWhere(reader, inArray(asides.roundId, [...roundIds]), now);

export const asidesOfEvent = (reader: Reader, eventId: Id<"event">, now: Date) =>
  asidesWhere(reader, eq(asides.eventId, eventId), now);

type In = { round: Pick<Round, "id" | "rule">; room: Pick<Room, "id" | "kind"> };

/** Whether this room can be listened to as it is filled now; the host's own seat in it does not count. */
export async function isListenable(
  reader: Reader,
  { round, room, host }: In & { host: Id<"admission"> },
): Promise<boolean> {
  const seats = await reader
    .select({ id: assignments.admissionId })
    .from(assignments)
    .where(
      and(eq(assignments.roundId, round.id), eq(assignments.roomId, room.id), isNull(assignments.returnedAt)),
    );
  const people = seats.filter(({ id }) => id !== host).length;
  return mayListenIn({ kind: room.kind, rule: round.rule, people });
}

/** The rooms of a round that are open now. */
export async function openRoomsOfRound(reader: Reader, round: Round, now: Date): Promise<Room[]> {
  if (roundState(round, now) !== "open") return [];
  const found = await reader
    .select()
    .from(rooms)
    .where(and(eq(rooms.roundId, round.id), eq(rooms.kind, "breakout"), isNull(rooms.closedAt)));
  return found.filter(({ closesAt }) => closesAt === null || closesAt > now);
}

type Beside = {
  own: { admissionId: Id<"admission">; kind: AsideKind };
  room: Room;
  person: Person | undefined;
  beside: readonly Aside[];
  now: Date;
};

/**
 * Whether such a connection may be in the room: its host's row says so, they are still a host, and who listens is still where
 * more than two talk. Everybody else's is put out at once.
 */
export async function mayStayBeside({ own, room, person, beside, now }: Beside): Promise<boolean> {
  const banned = person?.rows.banned;
  if (!person || !isHost(person.rows.role) || (banned && (banned.until === null || banned.until > now)))
    return false;
  const row = beside.find(({ admissionId, kind }) => admissionId === own.admissionId && kind === own.kind);
  if (!row || row.roundId !== room.roundId || row.soundFrom > now) return false;
  if (own.kind === "speak") return true;
  if (row.roomId !== room.id) return false;
  const [round] = await db().select().from(rounds).where(eq(rounds.id, row.roundId));
  return round !== undefined && isListenable(db(), { round, room, host: own.admissionId });
}
