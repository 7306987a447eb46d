import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { endTalk } from "../internal/end-talk";
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
    const phase = meetingPhase(meeting, context.now);
    if (phase === "cancelled") return fail("conflict", "already_cancelled");
    if (phase === "over") return fail("conflict", "talk_over");
    await endTalk(context, meeting);
    await context.emit({ kind: "meeting.cancelled", payload: { meetingId, eventId } });
    return ok({ meetingId });
  },
});
