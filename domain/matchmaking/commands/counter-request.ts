import { eq, inArray } from "drizzle-orm";
import { meetingRequests } from "@/db/schema/matchmaking";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { areApart } from "../internal/apart";
import { closeExpired } from "../internal/bookings";
import { requestScope } from "../internal/request-scope";
import { storeRequest, wantedSlots } from "../internal/wanted-slots";
import { findSide } from "../queries/sides";
import { requestState, takesTalks } from "../rules";
import { otherTimesInput } from "../schema";

/**
 * „Anderer Termin“: the asked person offers other times. That answers the request, and is one itself, the other way
 * round: it is accepted, declined, countered and expires like any other, but counts for nobody's five.
 */
export const counterRequest = defineCommand({
  name: "counter-request",
  input: otherTimesInput,
  permission: "meeting.counter",
  load: ({ tx, actor }, { requestId }) => requestScope(tx, actor, { requestId, part: "asked" }),
  run: async ({ tx, now, emit }, { slots: wanted, note }, { request, others, event, eventId }) => {
    if (!request) return fail("conflict", "not_open");
    if (requestState(request, now) === "expired") return fail("conflict", "expired");
    if (!["published", "live"].includes(event.status)) return fail("conflict", "no_talks");
    const [me, partner] = [request.toPersonId, request.fromPersonId];
    const sides = [await findSide(tx, eventId, me), await findSide(tx, eventId, partner)];
    if (!sides.every(takesTalks) || (await areApart(tx, { me, partner, eventId })))
      return fail("conflict", "partner_unavailable");
    const slots = await wantedSlots(tx, { eventId, me, partner, wanted, now });
    if (!slots.ok) return slots;
    const countered = { status: "countered", answeredAt: now } as const;
    await tx.update(meetingRequests).set(countered).where(eq(meetingRequests.id, request.id));
    // A request that had crossed it is answered by it as well.
    if (others.length > 0)
      await tx.update(meetingRequests).set(countered).where(inArray(meetingRequests.id, others));
    await closeExpired(tx, { eventId, from: me, to: partner });
    const requestId = await storeRequest(tx, {
      ...{ eventId, from: me, to: partner, note, now },
      slots: slots.value,
      counterOf: request.id,
    });
    await emit({ kind: "meeting.countered", payload: { requestId, eventId } });
    return ok({ requestId });
  },
});
