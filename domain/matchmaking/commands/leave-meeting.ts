import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { fail, ok, type Result } from "@/lib/result";
import { endTalks } from "../internal/end-talks";
import { lockGroup } from "../internal/group-people";
import { leaveTalk } from "../internal/leave-talk";
import { meetingPhase } from "../rules";
import { leaveMeetingInput } from "../schema";

type Left = Result<{ goesOn: boolean }, "already_cancelled" | "talk_over">;

/** Takes somebody out of a talk who can't come any more. It goes on while two are left, and is called off otherwise. */
export const leaveMeeting = defineCommand({
  name: "leave-meeting",
  input: leaveMeetingInput,
  permission: "meeting.leave",
  load: async ({ tx }, { meetingId }) => {
    const group = await lockGroup(tx, meetingId);
    const event = group && (await eventScope(tx, group.talk.eventId));
    return event && { networkId: event.networkId, eventId: group.talk.eventId, group };
  },
  run: async (context, { personId }, { group }): Promise<Left> => {
    const phase = meetingPhase(group.talk, context.now);
    if (phase === "cancelled" || !group.people.includes(personId))
      return fail("conflict", "already_cancelled");
    if (phase === "over") return fail("conflict", "talk_over");
    const goesOn = group.people.length > 2;
    if (goesOn) await leaveTalk(context, group, personId);
    else await endTalks(context, [group.talk], { how: "cancelled", by: personId });
    return ok({ goesOn });
  },
});
