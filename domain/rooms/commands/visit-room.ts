import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { assignments, placements, rooms } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { movePeople, touchPeople } from "../internal/changes";
import { loadStanding } from "../queries/standing";
import { isHost, knowsRoom } from "../rules";
import { visitInput } from "../schema";

/** A host looks into a breakout; anybody else goes back to the own room after a return to the plenary. */
export const visitRoom = defineCommand({
  name: "visit-room",
  input: visitInput,
  permission: "round.take",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, roomId }, { me, session }) => {
    if (!me || !session) return fail("conflict", "not_joined");
    const { id } = me.admission;
    const seat = me.rows.assignments.find((row) => row.room.id === roomId);
    if (seat) {
      await goBack(context, { admissionId: id, roundId: seat.roundId });
    } else if (!isHost(me.rows.role)) {
      return fail("forbidden", "not_assigned");
    } else if (roomId && !(await isVisitable(context, session.id, roomId))) {
      return fail("not_found", "missing_room");
    }
    await touchPeople(context, eventId, [id]);
    await context.tx
      .update(placements)
      .set({ visitingRoomId: seat ? null : roomId })
      .where(eq(placements.admissionId, id));
    await movePeople(context, eventId, [id]);
    if (!seat && roomId) await helpIsThere(context, eventId, roomId);
    return ok({ roomId });
  },
});

/** Talks by appointment are closed to hosts too: breakouts of this session and the room behind its stage are not. */
async function isVisitable(
  { tx }: Context,
  sessionId: Id<"liveSession">,
  roomId: Id<"room">,
): Promise<boolean> {
  const [found] = await tx
    .select({ id: rooms.id })
    .from(rooms)
    .where(
      and(
        eq(rooms.id, roomId),
        eq(rooms.liveSessionId, sessionId),
        inArray(rooms.kind, ["breakout", "backstage"]),
        isNull(rooms.closedAt),
      ),
    );
  return found !== undefined;
}

/** Whoever called for help in this room has it now. */
async function helpIsThere({ tx, emit }: Context, eventId: Id<"event">, roomId: Id<"room">): Promise<void> {
  const calls = await tx
    .update(assignments)
    .set({ helpAskedAt: null, helpOnTheWayAt: null })
    .where(and(eq(assignments.roomId, roomId), isNotNull(assignments.helpAskedAt)))
    .returning({ roundId: assignments.roundId });
  const [call] = calls;
  if (call) await emit({ kind: "round.changed", payload: { eventId, roundId: call.roundId } });
}

const goBack = ({ tx }: Context, seat: { admissionId: Id<"admission">; roundId: Id<"round"> }) =>
  tx
    .update(assignments)
    .set({ returnedAt: null, declinedAt: null })
    .where(and(eq(assignments.admissionId, seat.admissionId), eq(assignments.roundId, seat.roundId)));
