import { defineCommand } from "@/domain/kernel/command";
import { settingsOf } from "@/domain/rooms/queries/settings";
import { fail, ok } from "@/lib/result";
import { endTalks } from "../internal/end-talks";
import { storePresence } from "../internal/stored-presence";
import { talkScope } from "../internal/talk-scope";
import { waitsInVain } from "../internal/talk-state";
import { talkRecord } from "../queries/talk-records";
import { meetingPhase } from "../rules";
import { cancelMeetingInput } from "../schema";

/**
 * Whoever has waited five minutes for somebody who never came gives the talk up: its time is free for both, and it stays
 * written down who did not come. Only from inside the room, because nobody else has waited.
 */
export const releaseMeeting = defineCommand({
  name: "release-meeting",
  input: cancelMeetingInput,
  permission: "meeting.attend",
  load: ({ tx, actor }, { meetingId }) => talkScope(tx, actor, meetingId),
  run: async (context, { meetingId }, { meeting, eventId, me }) => {
    const { tx, now } = context;
    const phase = meetingPhase(meeting, now);
    if (phase === "cancelled") return fail("conflict", "already_cancelled");
    if (phase === "over") return fail("conflict", "talk_over");
    const record = await talkRecord(meetingId, now, tx);
    if (!me || !record) return fail("not_found", "missing");
    if (!waitsInVain(record, me, now)) return fail("conflict", "not_waiting");
    // Who is missing right now is told everywhere; it is kept where the event keeps minutes.
    const { recordsAttendance } = await settingsOf(eventId, tx);
    if (recordsAttendance) await storePresence(tx, record, now);
    await endTalks(context, [meeting], { how: "released", by: me });
    return ok({ meetingId, eventId });
  },
});
