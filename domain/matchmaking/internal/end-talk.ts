import { eq } from "drizzle-orm";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import type { Context } from "@/domain/kernel/context";
import { withinAs } from "@/domain/kernel/within";
import { closeTalk } from "@/domain/rooms/commands/close-talk";

type Meeting = typeof meetings.$inferSelect;

/** Takes back the room that a talk has now; whoever sits in it belongs elsewhere at once. */
export async function closeRoomOf(context: Context, { eventId, roundId }: Meeting): Promise<void> {
  const actor = { type: "system", job: "end-talk" } as const;
  if (roundId) await withinAs({ context, actor }, closeTalk, { eventId, roundId });
}

/** Calls a talk off: its slot is free for both again and its room closes. The caller holds its row and tells both. */
export async function endTalk(context: Context, meeting: Meeting): Promise<void> {
  const { tx } = context;
  await tx
    .update(meetings)
    .set({ status: "cancelled", calendarSequence: meeting.calendarSequence + 1 })
    .where(eq(meetings.id, meeting.id));
  await tx.update(meetingPeople).set({ status: "cancelled" }).where(eq(meetingPeople.meetingId, meeting.id));
  await closeRoomOf(context, meeting);
}
