import { eq } from "drizzle-orm";
import { meetings } from "@/db/schema/matchmaking";
import { talkNudges } from "@/db/schema/matchmaking-talks";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { missingIn, NUDGE_MS } from "../internal/talk-state";
import { talkRecord } from "../queries/talk-records";
import { meetingPhase } from "../rules";
import { cancelMeetingInput } from "../schema";

/** Two minutes into a talk, whoever has not come hears that somebody waits: once for each start, however often it is run. */
export const nudgeMissing = defineCommand({
  name: "nudge-missing",
  input: cancelMeetingInput,
  permission: "talk.open",
  load: async ({ tx }, { meetingId }) => {
    const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, meetingId)).for("update");
    const event = meeting && (await eventScope(tx, meeting.eventId));
    return event && { networkId: event.networkId, eventId: event.eventId, meeting };
  },
  quiet: true,
  run: async ({ tx, now, emit }, { meetingId }, { meeting, eventId }) => {
    const isDue = now.getTime() >= meeting.startsAt.getTime() + NUDGE_MS;
    const record = await talkRecord(meetingId, now, tx);
    if (!record || !isDue || meetingPhase(meeting, now) !== "live") return ok({ nudged: 0 });
    const waits = record.sides.some(({ isThere }) => isThere);
    const missing = missingIn(record);
    if (!waits || missing.length === 0) return ok({ nudged: 0 });
    const told = await tx
      .insert(talkNudges)
      .values(missing.map(({ personId }) => ({ meetingId, personId, startsAt: meeting.startsAt, at: now })))
      .onConflictDoNothing()
      .returning({ personId: talkNudges.personId });
    for (const { personId } of told)
      await emit({ kind: "meeting.nudged", payload: { meetingId, eventId, personId } });
    return ok({ nudged: told.length });
  },
});
