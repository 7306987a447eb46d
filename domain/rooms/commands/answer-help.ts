import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { assignments, rounds } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { helpAnswerInput } from "../schema";

/** "On my way": the asking room sees it, and other hosts need not come as well. */
export const answerHelp = defineCommand({
  name: "answer-help",
  input: helpAnswerInput,
  permission: "round.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, admissionId }, { session }) => {
    if (!session) return fail("conflict", "no_call");
    const ofSession = tx.select({ id: rounds.id }).from(rounds).where(eq(rounds.liveSessionId, session.id));
    const answered = await tx
      .update(assignments)
      .set({ helpOnTheWayAt: now })
      .where(
        and(
          eq(assignments.admissionId, admissionId),
          inArray(assignments.roundId, ofSession),
          isNotNull(assignments.helpAskedAt),
          isNull(assignments.helpOnTheWayAt),
        ),
      )
      .returning({ roundId: assignments.roundId });
    const [call] = answered;
    if (!call) return fail("conflict", "no_call");
    await emit({ kind: "round.changed", payload: { eventId, roundId: call.roundId } });
    return ok({ admissionId });
  },
});
