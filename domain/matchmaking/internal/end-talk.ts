import { and, eq, inArray } from "drizzle-orm";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import type { Context } from "@/domain/kernel/context";
import { withinAs } from "@/domain/kernel/within";
import { closeTalk } from "@/domain/rooms/commands/close-talk";

type Meeting = typeof meetings.$inferSelect;

/** Takes back the room that a talk has now; whoever sits in it belongs elsewhere at once. */
export async function closeRoomOf(context: Context, { eventId, roundId }: Meeting): Promise<void> {
  const actor = { type: "system", job: "end-talk" } as const;
  if (roundId) await withinAs({ context, actor }, closeTalk, { eventId, roundId });
}

/**
 * Takes a talk back: its time is free again for everybody in it, its room closes, and who was asked to come is asked no more.
 * The caller holds its row and tells them.
 */
export async function endTalk(context: Context, meeting: Meeting): Promise<void> {
  const { tx, now } = context;
  await tx
    .update(meetings)
    .set({ status: "cancelled", calendarSequence: meeting.calendarSequence + 1 })
    .where(eq(meetings.id, meeting.id));
  await tx.update(meetingPeople).set({ status: "cancelled" }).where(eq(meetingPeople.meetingId, meeting.id));
  await tx
    .update(talkInvitations)
    .set({ status: "withdrawn", answeredAt: now })
    .where(
      and(
        eq(talkInvitations.meetingId, meeting.id),
        inArray(talkInvitations.status, ["proposed", "offered"]),
      ),
    );
  await closeRoomOf(context, meeting);
}

/** The same, because somebody called it off. */
export async function callOff(context: Context, meeting: Meeting): Promise<void> {
  await endTalk(context, meeting);
  const { id: meetingId, eventId } = meeting;
  await context.emit({ kind: "meeting.cancelled", payload: { meetingId, eventId } });
}
