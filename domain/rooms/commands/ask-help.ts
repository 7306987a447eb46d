import { and, eq } from "drizzle-orm";
import { assignments } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { eventInput } from "../schema";

/** Calls a host into the breakout one is in. Asking again renews the call. */
export const askHelp = defineCommand({
  name: "ask-help",
  input: eventInput,
  permission: "round.take",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId }, { me, place }) => {
    const round = place?.state === "room" ? place.round : null;
    const seat = me?.rows.assignments.find((row) => row.round.id === round?.id);
    if (!me || !seat || seat.round.kind !== "breakout") return fail("conflict", "not_in_a_breakout");
    await tx
      .update(assignments)
      .set({ helpAskedAt: now, helpOnTheWayAt: null })
      .where(and(eq(assignments.admissionId, me.admission.id), eq(assignments.roundId, seat.roundId)));
    await emit({ kind: "round.changed", payload: { eventId, roundId: seat.roundId } });
    return ok({ helpAskedAt: now.toISOString() });
  },
});
