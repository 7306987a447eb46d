import { and, eq, gt } from "drizzle-orm";
import { meetingRequestSlots, meetingRequests, meetings, talkWindows } from "@/db/schema/matchmaking";
import { plannedTalks } from "@/db/schema/matchmaking-plans";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { lockEvent } from "@/domain/programme/queries";
import { instantOf, localOf, overReason } from "@/domain/programme/rules";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { findWindow } from "../internal/bookings";
import { planScope } from "../internal/plan-scope";
import { type Span, slotsOf } from "../rules";
import { hoursProblem, standsOutside } from "../rules/hours";
import { changeTalkHoursInput } from "../schema";

type EventId = Id<"event">;

/** The instant that was typed. What was left as it stood is exactly that, also in the hour that comes twice in autumn. */
const typedAt = (local: string, before: Date, zone: string): Date | undefined =>
  localOf(before, zone) === local.slice(0, "2027-03-28T10:00".length) ? before : instantOf(local, zone);

/** Requests that wait, each with the times that it offers. */
const openSlots = ({ tx, now }: Context, eventId: EventId) =>
  tx
    .select({
      requestId: meetingRequests.id,
      startsAt: meetingRequestSlots.startsAt,
      endsAt: meetingRequestSlots.endsAt,
    })
    .from(meetingRequests)
    .innerJoin(meetingRequestSlots, eq(meetingRequestSlots.requestId, meetingRequests.id))
    .where(
      and(
        eq(meetingRequests.eventId, eventId),
        eq(meetingRequests.status, "requested"),
        gt(meetingRequests.expiresAt, now),
        gt(meetingRequestSlots.startsAt, now),
      ),
    );

const agreedTalks = ({ tx, now }: Context, eventId: EventId) =>
  tx
    .select({ startsAt: meetings.startsAt, endsAt: meetings.endsAt })
    .from(meetings)
    .where(and(eq(meetings.eventId, eventId), eq(meetings.status, "accepted"), gt(meetings.endsAt, now)));

async function draftedTalks({ tx, now }: Context, eventId: EventId): Promise<Span[]> {
  const rows = await tx
    .select({ startsAt: plannedTalks.startsAt })
    .from(plannedTalks)
    .where(and(eq(plannedTalks.eventId, eventId), gt(plannedTalks.startsAt, now)));
  return rows.flatMap(({ startsAt }) => (startsAt ? [{ startsAt, endsAt: startsAt }] : []));
}

/** What people know of, or an organizer has drafted, that none of the new slots has room for. */
async function countOutside(context: Context, eventId: EventId, isOutside: (span: Span) => boolean) {
  // Requests first: one that is accepted meanwhile is a talk by then, and counted either way.
  const requests = (await openSlots(context, eventId)).filter(isOutside);
  const talks = (await agreedTalks(context, eventId)).filter(isOutside);
  const drafted = (await draftedTalks(context, eventId)).filter(isOutside);
  return {
    talks: talks.length,
    requests: new Set(requests.map(({ requestId }) => requestId)).size,
    drafted: drafted.length,
  };
}

/**
 * Gives an event other hours for talks, or cuts them into other slots: not where somebody has a talk, a request or a draft that
 * would stand outside. The event is held, as whoever chooses a time from its hours holds it.
 */
export const changeTalkHours = defineCommand({
  name: "change-talk-hours",
  input: changeTalkHoursInput,
  permission: "talks.manage",
  load: async ({ tx }, { eventId }) => (await planScope(tx, eventId)) && (await lockEvent(tx, eventId)),
  run: async (context, { eventId, startsLocal, durationMinutes, ...cut }, event) => {
    const { tx, now, emit } = context;
    const over = overReason(event, now);
    if (over) return fail("conflict", over);
    const before = await findWindow(tx, eventId);
    if (!before) return fail("conflict", "no_talk_hours");
    const startsAt = typedAt(startsLocal, before.startsAt, event.timeZone);
    if (!startsAt) return fail("invalid", "input", { fields: { startsLocal: ["time_does_not_exist"] } });
    const endsAt = new Date(startsAt.getTime() + durationMinutes * 60_000);
    const hours = { startsAt, endsAt, ...cut };
    const problem = hoursProblem(hours, event);
    if (problem) return fail("invalid", "input", { fields: { [problem.field]: [problem.key] } });
    const outside = await countOutside(context, eventId, standsOutside(before, hours));
    if (Object.values(outside).some((count) => count > 0))
      return fail("conflict", "hours_taken", { details: outside });
    const row = { ...hours, measuredFrom: event.startsAt };
    await tx.update(talkWindows).set(row).where(eq(talkWindows.eventId, eventId));
    await emit({ kind: "event.changed", payload: { eventId } });
    await emit({ kind: "plan.changed", payload: { eventId } });
    return ok({ eventId, slots: slotsOf(hours).length });
  },
});
