import { and, eq } from "drizzle-orm";
import { talkPresences } from "@/db/schema/matchmaking-talks";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { storePresence } from "../internal/stored-presence";
import { talkScope } from "../internal/talk-scope";
import { isExtendable } from "../internal/talk-state";
import { talkRecord } from "../queries/talk-records";
import { correctPresenceInput } from "../schema";

/** The event's office says who came to a talk that is over, where what was seen is wrong; what was seen is kept beside it. */
export const correctPresence = defineCommand({
  name: "correct-presence",
  input: correctPresenceInput,
  permission: "meeting.correct",
  load: ({ tx, actor }, { meetingId }) => talkScope(tx, actor, meetingId),
  run: async ({ tx, now, actor }, { meetingId, personId, came }) => {
    const record = await talkRecord(meetingId, now, tx);
    if (!record?.sides.some((side) => side.personId === personId)) return fail("not_found", "missing");
    if (record.state === "cancelled" && !record.isClosed) return fail("conflict", "was_cancelled");
    // What is written down is so for good: minutes of a talk that goes on would be lost.
    const mayGoOn = now < record.endsAt || isExtendable(record, now);
    if (record.state !== "cancelled" && mayGoOn) return fail("conflict", "not_over");
    if (!record.isClosed) await storePresence(tx, record, now);
    const corrected = came === "seen" ? null : came;
    const correctedBy = actor.type === "person" ? actor.personId : null;
    await tx
      .update(talkPresences)
      .set({ corrected, correctedAt: corrected && now, correctedBy: corrected && correctedBy })
      .where(and(eq(talkPresences.meetingId, meetingId), eq(talkPresences.personId, personId)));
    return ok({ came });
  },
});
