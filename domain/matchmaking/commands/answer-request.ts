import { and, eq, inArray } from "drizzle-orm";
import { meetingRequests } from "@/db/schema/matchmaking";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { EventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { areApart } from "../internal/apart";
import { bookTalk } from "../internal/book-talk";
import { slotsOfRequest } from "../internal/bookings";
import { requestScope } from "../internal/request-scope";
import { findSide } from "../queries/sides";
import { requestState, type Span, takesTalks } from "../rules";
import { answerRequestInput } from "../schema";

type Answer = { meetingId: Id<"meeting"> | null };
type Request = typeof meetingRequests.$inferSelect;

/** Whether the event takes place then; a request may be older than its new date. */
const isWithin = ({ startsAt, endsAt }: Span, event: Span) =>
  startsAt >= event.startsAt && endsAt <= event.endsAt;

type Accepted = { request: Request; event: EventScope; startsAt: Date };

async function accept(context: Context, { request, event, startsAt }: Accepted) {
  const { tx, now } = context;
  const { eventId, fromPersonId, toPersonId } = request;
  const slot = (await slotsOfRequest(tx, request.id)).find(
    (offered) => offered.startsAt.getTime() === startsAt.getTime(),
  );
  if (!slot) return fail("invalid", "slot_not_offered");
  if (slot.startsAt <= now) return fail("conflict", "slot_past");
  if (!isWithin(slot, event)) return fail("conflict", "outside_window");
  const sides = [await findSide(tx, eventId, fromPersonId), await findSide(tx, eventId, toPersonId)];
  const isOff = await areApart(tx, { me: toPersonId, partner: fromPersonId, eventId });
  if (isOff || !sides.every(takesTalks)) return fail("conflict", "partner_unavailable");
  return bookTalk(context, { eventId, requestId: request.id, sides, slot, me: toPersonId });
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
  load: ({ tx, actor }, { requestId }) => requestScope(tx, actor, { requestId, part: "asked" }),
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
