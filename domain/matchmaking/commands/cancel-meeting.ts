import { eq } from "drizzle-orm";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { defineCommand } from "@/domain/kernel/command";
import { withinAs } from "@/domain/kernel/within";
import { closeTalk } from "@/domain/rooms/commands/close-talk";
import { fail, ok } from "@/lib/result";
import { talkScope } from "../internal/talk-scope";
import { meetingPhase } from "../rules";
import { cancelMeetingInput } from "../schema";

/** Either side, or the organizers, call an agreed talk off: its slot is free again and its room closes. */
export const cancelMeeting = defineCommand({
  name: "cancel-meeting",
  input: cancelMeetingInput,
  permission: "meeting.cancel",
  load: ({ tx, actor }, { meetingId }) => talkScope(tx, actor, meetingId),
  run: async (context, { meetingId }, { meeting, eventId }) => {
    const { tx, now, emit } = context;
    const phase = meetingPhase(meeting, now);
    if (phase === "cancelled") return fail("conflict", "already_cancelled");
    if (phase === "over") return fail("conflict", "talk_over");
    await tx
      .update(meetings)
      .set({ status: "cancelled", calendarSequence: meeting.calendarSequence + 1 })
      .where(eq(meetings.id, meetingId));
    await tx.update(meetingPeople).set({ status: "cancelled" }).where(eq(meetingPeople.meetingId, meetingId));
    const system = { type: "system", job: "cancel-meeting" } as const;
    if (meeting.roundId) {
      await withinAs({ context, actor: system }, closeTalk, { eventId, roundId: meeting.roundId });
    }
    await emit({ kind: "meeting.cancelled", payload: { meetingId, eventId } });
    return ok({ meetingId });
  },
});
