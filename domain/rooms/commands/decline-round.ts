import { and, eq } from "drizzle-orm";
import { assignments } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { loadRound } from "../internal/round-access";
import { isRunning, knowsRoom } from "../rules";
import { roundInput } from "../schema";

/** „Noch nicht“: the person stays in the plenary, and the breakout waits until they go there by their own click. */
export const declineRound = defineCommand({
  name: "decline-round",
  input: roundInput,
  permission: "room.enter",
  load: loadRound,
  mayKnow: knowsRoom,
  run: async (context, { eventId, roundId }, { me, round }) => {
    const { tx, now, emit } = context;
    const seat = me?.rows.assignments.find((row) => row.roundId === roundId);
    if (!me || !seat) return fail("conflict", "not_assigned");
    if (!isRunning(round, now)) return fail("conflict", "round_over");
    if (seat.declinedAt) return ok({ declined: true });
    const admissionId = me.admission.id;
    await tx
      .update(assignments)
      .set({ declinedAt: now })
      .where(and(eq(assignments.admissionId, admissionId), eq(assignments.roundId, roundId)));
    await movePeople(context, eventId, [admissionId]);
    await emit({ kind: "round.changed", payload: { eventId, roundId } });
    return ok({ declined: true });
  },
});
