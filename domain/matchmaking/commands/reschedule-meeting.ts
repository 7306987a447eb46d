import { and, count, eq, inArray } from "drizzle-orm";
import { talkChanges } from "@/db/schema/matchmaking-talks";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { holdEvent } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { commonSlots, findWindow, lockCalendars } from "../internal/bookings";
import { retime, type Times, timeProblem } from "../internal/new-times";
import { talkScope } from "../internal/talk-scope";
import { talkRecord } from "../queries/talk-records";
import { meetingPhase, overlaps, slotsOf } from "../rules";
import { rescheduleMeetingInput } from "../schema";

/** How often its own people may move one talk: then they had better say what is the matter. */
const MOST_MOVES = 3;

const movesOf = async (
  { tx }: Context,
  meetingId: Id<"meeting">,
  people: readonly Id<"person">[],
): Promise<number> => {
  const isTheirs = inArray(talkChanges.byPersonId, [...people]);
  const moved = and(eq(talkChanges.meetingId, meetingId), eq(talkChanges.kind, "moved"), isTheirs);
  const [row] = await tx.select({ moves: count() }).from(talkChanges).where(moved);
  return row?.moves ?? 0;
};

/** Whether its people are talking with each other at this moment. */
const isTalkedIn = async ({ tx, now }: Context, meetingId: Id<"meeting">): Promise<boolean> => {
  const record = await talkRecord(meetingId, now, tx);
  return (record?.sides.filter(({ isThere }) => isThere).length ?? 0) >= 2;
};

/** The slot with this start, if talks can take place then. */
async function wantedSlot({ tx, now }: Context, eventId: Id<"event">, startsAt: Date) {
  // Before its hours are read: who changes them comes before or after.
  await holdEvent(tx, eventId);
  const window = await findWindow(tx, eventId);
  if (!window) return fail("invalid", "no_talks");
  const slot = slotsOf(window).find((one) => one.startsAt.getTime() === startsAt.getTime());
  if (!slot) return fail("invalid", "outside_window");
  return slot.startsAt <= now ? fail("conflict", "slot_past") : ok(slot);
}

/** Why it can't be then, with the next slots in which it can. */
async function timeTaken<Reason extends string>(context: Context, times: Times, reason: Reason) {
  const { meeting, people } = times;
  const asked = { eventId: meeting.eventId, personIds: people, now: context.now };
  const free = (await commonSlots(context.tx, asked)).filter((slot) => !overlaps(slot, meeting));
  return fail("conflict", reason, { details: { free: free.map((one) => one.startsAt.toISOString()) } });
}

/**
 * Moves an agreed talk to another slot in which its people are free: the same entry of their calendars with a higher
 * SEQUENCE, another room, and both are told. Its people, until they are talking, or the organizers.
 */
export const rescheduleMeeting = defineCommand({
  name: "reschedule-meeting",
  input: rescheduleMeetingInput,
  permission: "meeting.move",
  load: ({ tx, actor }, { meetingId }) => talkScope(tx, actor, meetingId),
  run: async (context, { meetingId, startsAt }, { meeting, eventId, ownerIds: people, me }) => {
    const phase = meetingPhase(meeting, context.now);
    if (phase === "cancelled") return fail("conflict", "was_cancelled");
    if (phase === "over") return fail("conflict", "talk_over");
    if (startsAt.getTime() === meeting.startsAt.getTime()) return fail("invalid", "same_time");
    if (await isTalkedIn(context, meetingId)) return fail("conflict", "talk_running");
    if (me && (await movesOf(context, meetingId, people)) >= MOST_MOVES)
      return fail("conflict", "moved_too_often");
    const wanted = await wantedSlot(context, eventId, startsAt);
    if (!wanted.ok) return wanted;
    const times = { meeting, people, slot: wanted.value };
    await lockCalendars(context.tx, people);
    const problem = (await timeProblem(context, { ...times, me })) ?? (await retime(context, times, me));
    if (problem) return timeTaken(context, times, problem);
    return ok({ meetingId, startsAt: wanted.value.startsAt.toISOString() });
  },
});
