import { and, eq } from "drizzle-orm";
import { admissions, assignments, rooms } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { loadRound } from "../internal/round-access";
import { seatInRoom } from "../internal/seating";
import { isRunning, isUnproven, knowsRoom, roundState } from "../rules";
import { moveInput } from "../schema";

/** Puts one person into a room of a drafted or running round, or takes it out. Nobody is ever in two of them. */
export const assign = defineCommand({
  name: "assign",
  input: moveInput,
  permission: "round.manage",
  load: loadRound,
  mayKnow: knowsRoom,
  run: async (context, { eventId, roundId, admissionId, roomId }, { round }) => {
    const { tx, now, emit } = context;
    // A third person in a pair, or another partner, would break what was promised: nobody meets anybody twice.
    if (round.rule === "networking") return fail("conflict", "not_prepared");
    if (roundState(round, now) !== "draft" && !isRunning(round, now)) return fail("conflict", "round_over");
    const mine = and(eq(admissions.id, admissionId), eq(admissions.eventId, eventId));
    const [person] = await tx.select().from(admissions).where(mine);
    if (!person) return fail("not_found", "missing_person");
    if (isUnproven(person.role)) return fail("conflict", "unproven");
    const seat = and(eq(assignments.roundId, roundId), eq(assignments.admissionId, admissionId));
    if (roomId === null) {
      await tx.delete(assignments).where(seat);
    } else {
      const [room] = await tx
        .select({ id: rooms.id })
        .from(rooms)
        .where(and(eq(rooms.id, roomId), eq(rooms.roundId, roundId)));
      if (!room) return fail("not_found", "missing_room");
      await seatInRoom(context, { roundId, admissionId, roomId: room.id });
    }
    await movePeople(context, eventId, [admissionId]);
    await emit({ kind: "round.changed", payload: { eventId, roundId } });
    return ok({ admissionId, roomId });
  },
});
