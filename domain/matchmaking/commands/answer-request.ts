import { and, eq, inArray } from "drizzle-orm";
import { meetingPeople, meetingRequests, meetings } from "@/db/schema/matchmaking";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { databaseError } from "@/domain/kernel/failures";
import { withinAs } from "@/domain/kernel/within";
import { type EventScope, holdEvent } from "@/domain/programme/queries";
import { openTalk } from "@/domain/rooms/commands/open-talk";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { commonSlots, lockCalendars, lockOpenBetween, slotsOfRequest } from "../internal/bookings";
import { findSide, mySide } from "../queries/sides";
import { requestState, type Span, takesTalks } from "../rules";
import { answerRequestInput } from "../schema";

type Answer = { meetingId: Id<"meeting"> | null };
type Request = typeof meetingRequests.$inferSelect;

/** True unless the exclusion constraint says that one of the two is in another talk then. */
async function stored(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (databaseError(error)?.constraint === "meeting_people_nobody_twice") return false;
    throw error;
  }
}

/** Writes the talk and both its people; undefined when one of them has another talk at that time (I4). */
async function book(
  { tx, now }: Context,
  request: Request,
  { startsAt, endsAt }: Span,
): Promise<Id<"meeting"> | undefined> {
  const people = [request.fromPersonId, request.toPersonId];
  await lockCalendars(tx, people);
  const [meeting] = await tx
    .insert(meetings)
    .values({ eventId: request.eventId, requestId: request.id, startsAt, endsAt, createdAt: now })
    .returning({ id: meetings.id });
  if (!meeting) throw new Error("the talk was not stored");
  const during = `[${startsAt.toISOString()},${endsAt.toISOString()})`;
  const rows = people.map((personId) => ({
    meetingId: meeting.id,
    personId,
    during,
    status: "accepted" as const,
  }));
  const free = await stored(() => tx.transaction((inner) => inner.insert(meetingPeople).values(rows).then()));
  return free ? meeting.id : undefined;
}

/** Whether the event takes place then; a request may be older than its new date. */
const isWithin = ({ startsAt, endsAt }: Span, event: Span) =>
  startsAt >= event.startsAt && endsAt <= event.endsAt;

type Accepted = { request: Request; event: EventScope; startsAt: Date };

async function accept(context: Context, { request, event, startsAt }: Accepted) {
  const { tx, now } = context;
  const { eventId, fromPersonId, toPersonId } = request;
  const personIds = [fromPersonId, toPersonId];
  const slot = (await slotsOfRequest(tx, request.id)).find(
    (offered) => offered.startsAt.getTime() === startsAt.getTime(),
  );
  if (!slot) return fail("invalid", "slot_not_offered");
  if (slot.startsAt <= now) return fail("conflict", "slot_past");
  if (!isWithin(slot, event)) return fail("conflict", "outside_window");
  const sides = [await findSide(tx, eventId, fromPersonId), await findSide(tx, eventId, toPersonId)];
  if (!sides.every(takesTalks)) return fail("conflict", "partner_unavailable");
  const meetingId = await book(context, request, slot);
  if (!meetingId) {
    const free = await commonSlots(tx, { eventId, personIds, now });
    return fail("conflict", "slot_taken", {
      details: { free: free.map((next) => next.startsAt.toISOString()) },
    });
  }
  const label = sides.map((side) => side?.name ?? "").join(" · ");
  const { roundId } = await withinAs(
    { context, actor: { type: "system", job: "answer-request" } },
    openTalk,
    {
      eventId,
      personIds,
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      label,
    },
  );
  await tx.update(meetings).set({ roundId }).where(eq(meetings.id, meetingId));
  return ok({ meetingId });
}

/**
 * The asked person says yes to one slot, or „nein danke“. An accepted talk takes its slot: the exclusion constraint
 * lets nobody be in two at once, and the loser of a race learns the next free slots. Everything else that the two
 * asked each other ends with the answer.
 */
export const answerRequest = defineCommand({
  name: "answer-request",
  input: answerRequestInput,
  permission: "meeting.answer",
  load: async ({ tx, actor }, { requestId }) => {
    const [seen] = await tx.select().from(meetingRequests).where(eq(meetingRequests.id, requestId));
    if (!seen) return undefined;
    const open = await lockOpenBetween(tx, seen.eventId, [seen.fromPersonId, seen.toPersonId]);
    // Who moves the event or calls it off comes before this or after it: then they find the talk that was agreed here.
    const event = await holdEvent(tx, seen.eventId);
    if (!event) return undefined;
    const about = { eventId: seen.eventId, among: [seen.toPersonId] };
    const side = await mySide(tx, actor, about);
    return {
      networkId: event.networkId,
      eventId: seen.eventId,
      ownerIds: [seen.toPersonId],
      ...(side ? { registrationId: side.registrationId } : {}),
      request: open.find(({ id }) => id === requestId),
      others: open.flatMap(({ id }) => (id === requestId ? [] : [id])),
      event,
    };
  },
  run: async (context, { answer }, { request, others, event }) => {
    const { tx, now, emit } = context;
    if (!request) return fail("conflict", "not_open");
    if (answer === "decline") {
      await close(context, [request.id], "declined");
      await emit({
        kind: "meeting.declined",
        payload: { requestId: request.id, eventId: request.eventId },
      });
      return ok<Answer>({ meetingId: null });
    }
    if (requestState(request, now) === "expired") return fail("conflict", "expired");
    if (!["published", "live"].includes(event.status)) return fail("conflict", "no_talks");
    const booked = await accept(context, { request, event, startsAt: answer });
    if (!booked.ok) return booked;
    await close(context, [request.id], "accepted");
    if (others.length > 0) {
      await tx
        .update(meetingRequests)
        .set({ status: "cancelled" })
        .where(inArray(meetingRequests.id, others));
    }
    const { meetingId } = booked.value;
    await emit({ kind: "meeting.accepted", payload: { meetingId, eventId: request.eventId } });
    return ok<Answer>({ meetingId });
  },
});

const close = ({ tx, now }: Context, ids: Id<"request">[], status: "accepted" | "declined") =>
  tx
    .update(meetingRequests)
    .set({ status, answeredAt: now })
    .where(and(inArray(meetingRequests.id, ids), eq(meetingRequests.status, "requested")));
