import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { endTalks } from "../internal/end-talks";
import { groupOf } from "../internal/group-people";
import { leaveTalk } from "../internal/leave-talk";
import { talkScope } from "../internal/talk-scope";
import { meetingPhase } from "../rules";
import { cancelMeetingInput } from "../schema";

/**
 * Either side, or the organizers, call an agreed talk off: its slot is free again and its room closes. Where more than two are
 * in it, one of them calls it off for themselves alone, and it goes on for the others.
 */
export const cancelMeeting = defineCommand({
  name: "cancel-meeting",
  input: cancelMeetingInput,
  permission: "meeting.cancel",
  load: ({ tx, actor }, { meetingId }) => talkScope(tx, actor, meetingId),
  run: async (context, { meetingId }, { meeting, me }) => {
    const phase = meetingPhase(meeting, context.now);
    if (phase === "cancelled") return fail("conflict", "already_cancelled");
    if (phase === "over") return fail("conflict", "talk_over");
    const group = await groupOf(context.tx, meeting);
    const leaver = group.people.length > 2 ? me : undefined;
    if (leaver) await leaveTalk(context, group, leaver);
    else await endTalks(context, [meeting], { how: "cancelled", by: me });
    return ok({ meetingId, goesOn: leaver !== undefined });
  },
});
