import { eq } from "drizzle-orm";
import { meetingRequests } from "@/db/schema/matchmaking";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { fail, ok } from "@/lib/result";
import { mySide } from "../queries/sides";
import { withdrawRequestInput } from "../schema";

/** The asker takes a request back; once its first hour is over, it no longer counts among the five that may wait. */
export const withdrawRequest = defineCommand({
  name: "withdraw-request",
  input: withdrawRequestInput,
  permission: "meeting.withdraw",
  load: async ({ tx, actor }, { requestId }) => {
    const [request] = await tx
      .select()
      .from(meetingRequests)
      .where(eq(meetingRequests.id, requestId))
      .for("update");
    const event = request && (await eventScope(tx, request.eventId));
    if (!request || !event) return undefined;
    const about = { eventId: request.eventId, among: [request.fromPersonId] };
    const side = await mySide(tx, actor, about);
    return {
      networkId: event.networkId,
      eventId: request.eventId,
      ownerIds: [request.fromPersonId],
      ...(side ? { registrationId: side.registrationId } : {}),
      request,
    };
  },
  run: async ({ tx, now, emit }, { requestId }, { request, eventId }) => {
    if (request.status !== "requested") return fail("conflict", "not_open");
    await tx
      .update(meetingRequests)
      .set({ status: "cancelled", answeredAt: now })
      .where(eq(meetingRequests.id, requestId));
    await emit({ kind: "meeting.withdrawn", payload: { requestId, eventId } });
    return ok({ requestId });
  },
});
