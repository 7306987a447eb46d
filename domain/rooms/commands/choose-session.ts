import { and, eq, gt, inArray, isNull, lte, ne, or } from "drizzle-orm";
import { assignments, placements, rooms, rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { loadRoundToTake } from "../internal/round-access";
import type { Round } from "../internal/round-rooms";
import { seatInRoom } from "../internal/seating";
import { isChosen, isRunning, knowsRoom } from "../rules";
import { chooseInput } from "../schema";

/**
 * „Welche Veranstaltung?“: whoever is in the event's rooms goes to one of the items that run at once, or to none. It can
 * be changed until they are over, and before they begin. A locked door and a ban hold as everywhere.
 */
export const chooseSession = defineCommand({
  name: "choose-session",
  input: chooseInput,
  permission: "round.take",
  load: loadRoundToTake,
  mayKnow: knowsRoom,
  run: async (context, { eventId, roundId, roomId }, { me, place, round }) => {
    if (!me || place?.state !== "room") return fail("conflict", "not_in_a_room");
    if (!isChosen(round.rule)) return fail("conflict", "not_by_choice");
    if (!isRunning(round, context.now)) return fail("conflict", "round_over");
    const admissionId = me.admission.id;
    const seat = { roundId, admissionId };
    if (roomId === null) await giveUp(context, seat);
    else if (await isOpenRoom(context, { roundId, roomId })) {
      await leaveOthers(context, { round, admissionId });
      await take(context, { ...seat, roomId });
    } else return fail("not_found", "missing_room");
    await context.tx
      .update(placements)
      .set({ visitingRoomId: null })
      .where(eq(placements.admissionId, admissionId));
    await movePeople(context, eventId, [admissionId]);
    await context.emit({ kind: "round.changed", payload: { eventId, roundId } });
    return ok({ roomId });
  },
});

type Seat = { roundId: Id<"round">; admissionId: Id<"admission"> };
const seatOf = ({ roundId, admissionId }: Seat) =>
  and(eq(assignments.roundId, roundId), eq(assignments.admissionId, admissionId));

async function take(context: Context, seat: Seat & { roomId: Id<"room"> }): Promise<void> {
  await seatInRoom(context, seat);
  // Whoever said „Noch nicht“ before has now clicked.
  await context.tx.update(assignments).set({ declinedAt: null }).where(seatOf(seat));
}

/** An item that was added while others had begun is in a round of its own: who goes there leaves those that run as well. */
async function leaveOthers(
  { tx, now }: Context,
  { round, admissionId }: { round: Round; admissionId: Id<"admission"> },
): Promise<void> {
  if (!round.startsAt) return;
  const isOpen = round.startsAt <= now;
  const alsoOpen = isOpen ? and(lte(rounds.startsAt, now), gt(rounds.endsAt, now)) : undefined;
  const others = tx
    .select({ id: rounds.id })
    .from(rounds)
    .where(
      and(
        eq(rounds.liveSessionId, round.liveSessionId),
        inArray(rounds.rule, ["own_choice", "free_choice"]),
        ne(rounds.id, round.id),
        or(eq(rounds.startsAt, round.startsAt), alsoOpen),
      ),
    );
  await tx
    .update(assignments)
    .set({ returnedAt: now, helpAskedAt: null, helpOnTheWayAt: null })
    .where(and(eq(assignments.admissionId, admissionId), inArray(assignments.roundId, others)));
}

/** The row stays: whoever speaks there is not put back against their will. */
const giveUp = ({ tx, now }: Context, seat: Seat) =>
  tx
    .update(assignments)
    .set({ returnedAt: now, helpAskedAt: null, helpOnTheWayAt: null })
    .where(seatOf(seat));

async function isOpenRoom(
  { tx, now }: Context,
  { roundId, roomId }: { roundId: Id<"round">; roomId: Id<"room"> },
): Promise<boolean> {
  const [room] = await tx
    .select({ closesAt: rooms.closesAt })
    .from(rooms)
    .where(and(eq(rooms.id, roomId), eq(rooms.roundId, roundId), isNull(rooms.closedAt)));
  return room !== undefined && (room.closesAt === null || room.closesAt > now);
}
