import { and, eq } from "drizzle-orm";
import { meetingPeople } from "@/db/schema/matchmaking";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { talkScope } from "../internal/talk-scope";
import { canSayOutcome, meetingPhase } from "../rules";
import { recordOutcomeInput } from "../schema";

/** What came of a talk, said by one side for itself, from its start on; can be said anew until three days after it. */
export const recordOutcome = defineCommand({
  name: "record-outcome",
  input: recordOutcomeInput,
  permission: "meeting.outcome",
  load: ({ tx, actor }, { meetingId }) => talkScope(tx, actor, meetingId),
  run: async ({ tx, now }, { meetingId, outcome }, { meeting, me }) => {
    const phase = meetingPhase(meeting, now);
    if (phase === "cancelled") return fail("conflict", "was_cancelled");
    if (phase === "ahead" || phase === "lobby") return fail("conflict", "too_early");
    if (!canSayOutcome(meeting, now)) return fail("conflict", "outcome_closed");
    if (!me) return fail("not_found", "missing");
    await tx
      .update(meetingPeople)
      .set({ outcome })
      .where(and(eq(meetingPeople.meetingId, meetingId), eq(meetingPeople.personId, me)));
    return ok({ outcome });
  },
});
