import { eq } from "drizzle-orm";
import { meetings } from "@/db/schema/matchmaking";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { fail, ok } from "@/lib/result";
import { storePresence } from "../internal/stored-presence";
import { PRESENCE_CLOSES_MS } from "../internal/talk-state";
import { talkRecord } from "../queries/talk-records";
import { cancelMeetingInput } from "../schema";

/** Writes down for good who came to a talk that is over, and who did not. Run once or often, the first record stays. */
export const closePresence = defineCommand({
  name: "close-presence",
  input: cancelMeetingInput,
  permission: "attendance.close",
  load: async ({ tx }, { meetingId }) => {
    const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, meetingId)).for("update");
    return meeting && eventScope(tx, meeting.eventId);
  },
  quiet: true,
  run: async ({ tx, now }, { meetingId }) => {
    const record = await talkRecord(meetingId, now, tx);
    if (!record || record.isClosed) return ok({ missed: 0 });
    const isOff = record.state === "cancelled";
    if (!isOff && now.getTime() < record.endsAt.getTime() + PRESENCE_CLOSES_MS)
      return fail("conflict", "too_early");
    await storePresence(tx, record, now);
    return ok({ missed: record.sides.filter(({ came }) => came === "missed").length });
  },
});
