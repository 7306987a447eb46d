import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { admissions, placements, rooms, rounds } from "@/db/schema/rooms";
import { asides } from "@/db/schema/rooms-beside";
import type { Id } from "@/lib/ids";
import { isHost, roundState } from "../rules";
import { type AsideKind, asideIn, mayListenIn } from "../rules/asides";
import type { Person } from "./admissions";
import { isFresh } from "./presence";
import type { Round } from "./round-rooms";
import type { Room } from "./session";
import { talkingIn } from "./talking";

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

type In = {
  round: Pick<Round, "id" | "rule" | "startsAt">;
  room: Pick<Room, "id" | "kind">;
  host: Id<"admission">;
  now: Date;
};

/** Whether this room can be listened to by who is in it now; the host's own seat in it does not count. */
export async function isListenable(reader: Reader, { round, room, host, now }: In): Promise<boolean> {
  const talking = await talkingIn(reader, { round, roomId: room.id, now });
  const people = talking.filter((id) => id !== host).length;
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
  /** Who LiveKit says is in the room; undefined where it was not asked. */
  connected: readonly string[] | undefined;
  now: Date;
};

/**
 * Whether such a connection may be in the room: its host's row says so, they are still a host, and who listens is still where
 * more than two talk. Everybody else's is put out at once; where only two are left, what let it in is `over` as well, or its
 * browser would come back as long as rows have not heard of who went.
 */
export async function judgeBeside(beside: Beside): Promise<"stays" | "put_out" | "over"> {
  const { own, room, person, connected, now } = beside;
  const banned = person?.rows.banned;
  if (!person || !isHost(person.rows.role) || (banned && (banned.until === null || banned.until > now)))
    return "put_out";
  const row = beside.beside.find(
    ({ admissionId, kind }) => admissionId === own.admissionId && kind === own.kind,
  );
  if (!row || row.roundId !== room.roundId || row.soundFrom > now) return "put_out";
  if (own.kind === "speak") return "stays";
  if (row.roomId !== room.id) return "put_out";
  const [round] = await db().select().from(rounds).where(eq(rounds.id, row.roundId));
  if (!round) return "put_out";
  const people = connected?.filter((identity) => !asideIn(identity) && identity !== own.admissionId).length;
  const isHeard = people === undefined || mayListenIn({ kind: room.kind, rule: round.rule, people });
  const host = own.admissionId;
  return isHeard && (await isListenable(db(), { round, room, host, now })) ? "stays" : "over";
}
