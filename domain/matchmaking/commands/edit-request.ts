import { eq } from "drizzle-orm";
import { meetingRequestSlots, meetingRequests } from "@/db/schema/matchmaking";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { areApart } from "../internal/apart";
import { isOpen } from "../internal/plan-scope";
import { requestScope } from "../internal/request-scope";
import { wantedSlots } from "../internal/wanted-slots";
import { findSide } from "../queries/sides";
import { expiryAfterChange, requestState, takesTalks } from "../rules";
import { otherTimesInput } from "../schema";

/**
 * Other times or other words for a request that waits: until it is answered it is the asker's to change. Only between two
 * people who take talks and don't keep away from each other (P24), because the words are mailed.
 */
export const editRequest = defineCommand({
  name: "edit-request",
  input: otherTimesInput,
  permission: "meeting.edit",
  load: ({ tx, actor }, { requestId }) => requestScope(tx, actor, { requestId, part: "asker" }),
  run: async ({ tx, now, emit }, { requestId, slots: wanted, note }, { request, event, eventId }) => {
    if (!request) return fail("conflict", "not_open");
    if (requestState(request, now) === "expired") return fail("conflict", "expired");
    if (!isOpen(event)) return fail("conflict", "no_talks");
    const { fromPersonId: me, toPersonId: partner } = request;
    const sides = [await findSide(tx, eventId, me), await findSide(tx, eventId, partner)];
    if (!sides.every(takesTalks) || (await areApart(tx, { me, partner, eventId })))
      return fail("conflict", "partner_unavailable");
    const slots = await wantedSlots(tx, { eventId, me, partner, wanted, now });
    if (!slots.ok) return slots;
    const expiresAt = expiryAfterChange(request.createdAt, now, slots.value);
    await tx.delete(meetingRequestSlots).where(eq(meetingRequestSlots.requestId, requestId));
    await tx.insert(meetingRequestSlots).values(slots.value.map((slot) => ({ ...slot, requestId })));
    await tx.update(meetingRequests).set({ note, expiresAt }).where(eq(meetingRequests.id, requestId));
    await emit({ kind: "meeting.edited", payload: { requestId, eventId } });
    return ok({ requestId });
  },
});
