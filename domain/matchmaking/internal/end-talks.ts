import { and, inArray, sql } from "drizzle-orm";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import type { Context } from "@/domain/kernel/context";
import { inParts } from "@/lib/in-parts";
import { type Changer, type Meeting, noteChanges } from "./talk-change";
import { layRooms } from "./talk-rooms";

type Ending = { how: "cancelled" | "released"; by: Changer };

/**
 * These talks take place no more, whoever says so: called off, given up by who waited, or taken back by a plan. Their times are
 * free again for everybody in them, who was asked to come is asked no more, their rooms close, their entries leave calendars
 * with the next SEQUENCE, it is written down who did it, and everybody hears of it. All of one event; the caller holds their rows.
 */
export async function endTalks(
  context: Context,
  talks: readonly Meeting[],
  { how, by }: Ending,
): Promise<void> {
  const { tx, now, emit } = context;
  const [first] = talks;
  if (!first) return;
  await inParts(talks, async (part) => {
    const ids = part.map(({ id }) => id);
    await tx
      .update(meetings)
      .set({ status: "cancelled", calendarSequence: sql`${meetings.calendarSequence} + 1` })
      .where(inArray(meetings.id, ids));
    await tx.update(meetingPeople).set({ status: "cancelled" }).where(inArray(meetingPeople.meetingId, ids));
    const isOpen = inArray(talkInvitations.status, ["proposed", "offered"]);
    await tx
      .update(talkInvitations)
      .set({ status: "withdrawn", answeredAt: now })
      .where(and(inArray(talkInvitations.meetingId, ids), isOpen));
  });
  await noteChanges(context, how, { talks, by });
  const { eventId } = first;
  await layRooms(context, { eventId, closes: talks.flatMap(({ roundId }) => roundId ?? []), opens: [] });
  for (const { id: meetingId } of talks)
    await emit({ kind: `meeting.${how}`, payload: { meetingId, eventId } });
}
