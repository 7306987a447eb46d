import { and, eq, gt, isNull, lte, notInArray, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { assignments, rooms, rounds } from "@/db/schema/rooms";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { isDistributed } from "../rules";
import type { Admission } from "./admissions";
import { movePeople } from "./changes";
import { smallestRoom } from "./distribute";
import { fittingRooms } from "./draw-alike";
import { sharesOf } from "./draw-round";
import { listOpenPages } from "./presence";
import type { LiveSession, Room } from "./session";
import { seatSpeakers } from "./session-speakers";

/** Below this rest of a round nobody is sent into it any more. */
const WORTHWHILE_MS = 30_000;

/** Rooms that did not get more time with another one may be over before their round is. */
const isOpenUntil = (until: Date) => or(isNull(rooms.closesAt), gt(rooms.closesAt, until));

type Occupied = { id: Id<"room">; matches: string | null; assigned: number; present: number };

/** The rooms of a round with how many are assigned to them and how many of those are here. */
export async function occupancyOf(
  tx: Transaction,
  roundId: Id<"round">,
  { present, until }: { present: ReadonlySet<string>; until: Date },
): Promise<Occupied[]> {
  const seated = await tx
    .select({
      ...{ roomId: rooms.id, matches: rooms.matches },
      ...{ admissionId: assignments.admissionId, returnedAt: assignments.returnedAt },
    })
    .from(rooms)
    .leftJoin(assignments, eq(assignments.roomId, rooms.id))
    .where(and(eq(rooms.roundId, roundId), isNull(rooms.closedAt), isOpenUntil(until)))
    .orderBy(rooms.id);
  const counts = new Map<Id<"room">, Occupied>();
  for (const { roomId, matches, admissionId, returnedAt } of seated) {
    const room = counts.get(roomId) ?? { id: roomId, matches, assigned: 0, present: 0 };
    const isHere = admissionId !== null && present.has(admissionId) && !returnedAt;
    const assigned = room.assigned + (admissionId === null ? 0 : 1);
    counts.set(roomId, { ...room, assigned, present: room.present + (isHere ? 1 : 0) });
  }
  return [...counts.values()];
}

type Arriving = { session: LiveSession; admission: Admission; rooms: readonly Room[] };

/** Whoever comes while a round is open goes to the own room, else to the smallest one that fits by its rule; a speaker to their own item. */
export async function placeLateArrival(context: Context, arriving: Arriving): Promise<void> {
  const { session, admission, rooms: open } = arriving;
  // Hundreds come at once: only whom the product knows can be a speaker, and only where items have rooms is it asked.
  if (admission.personId && open.some(({ sessionId }) => sessionId !== null)) {
    const speaks = await seatSpeakers(context, { sessionId: session.id, only: admission.id });
    await movePeople(context, session.eventId, speaks);
  }
  await placeInSmallest(context, arriving);
}

async function placeInSmallest(context: Context, { session, admission }: Arriving): Promise<void> {
  if (!isDistributed(admission.role)) return;
  const { tx, now } = context;
  const worthwhile = new Date(now.getTime() + WORTHWHILE_MS);
  const [round] = await tx
    .select()
    .from(rounds)
    .where(
      and(
        eq(rounds.liveSessionId, session.id),
        eq(rounds.kind, "breakout"),
        eq(rounds.canJoinLater, true),
        notInArray(rounds.rule, ["own_choice", "free_choice", "networking"]),
        isNull(rounds.cancelledAt),
        lte(rounds.startsAt, worthwhile),
        gt(rounds.endsAt, worthwhile),
      ),
    )
    .for("update");
  if (!round) return;
  // By open pages alone: it is only about the smallest room, and hundreds may come at once.
  const here = await listOpenPages(tx, session.eventId, now);
  const occupied = await occupancyOf(tx, round.id, {
    present: new Set(here.map(({ id }) => id)),
    until: worthwhile,
  });
  const shares = await sharesOf(tx, { round, eventId: session.eventId, people: [admission] });
  const room = smallestRoom(fittingRooms(occupied, shares.get(admission.id) ?? []));
  if (!room) return;
  const placed = await tx
    .insert(assignments)
    .values({ roundId: round.id, admissionId: admission.id, roomId: room.id })
    .onConflictDoNothing()
    .returning({ id: assignments.admissionId });
  if (placed.length === 0) return;
  await movePeople(context, session.eventId, [admission.id]);
  await context.emit({ kind: "round.changed", payload: { eventId: session.eventId, roundId: round.id } });
}
