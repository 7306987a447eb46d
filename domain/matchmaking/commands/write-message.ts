import { desc, eq } from "drizzle-orm";
import { requestMessages } from "@/db/schema/matchmaking-availability";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { areApart } from "../internal/apart";
import { isOpen } from "../internal/plan-scope";
import { requestScope } from "../internal/request-scope";
import { findSide } from "../queries/sides";
import { requestState, takesTalks } from "../rules";
import { writeMessageInput } from "../schema";

/** Messages that one writes without an answer. */
const IN_A_ROW = 3;

/**
 * A short message to the other side of a request that waits. Only between two people who take talks (P24): whoever is
 * hidden, has withdrawn or said no is written nothing.
 */
export const writeMessage = defineCommand({
  name: "write-message",
  input: writeMessageInput,
  permission: "meeting.write",
  load: ({ tx, actor }, { requestId }) => requestScope(tx, actor, { requestId, part: "both" }),
  run: async ({ tx, now, emit }, { requestId, text }, { request, me, event, eventId }) => {
    if (!request) return fail("conflict", "not_open");
    if (!me) return fail("not_found", "missing");
    if (requestState(request, now) === "expired") return fail("conflict", "expired");
    if (!isOpen(event)) return fail("conflict", "no_talks");
    const { fromPersonId, toPersonId } = request;
    const partner = me === fromPersonId ? toPersonId : fromPersonId;
    const sides = [await findSide(tx, eventId, me), await findSide(tx, eventId, partner)];
    if (!sides.every(takesTalks) || (await areApart(tx, { me, partner, eventId })))
      return fail("conflict", "partner_unavailable");
    const last = await tx
      .select({ personId: requestMessages.personId })
      .from(requestMessages)
      .where(eq(requestMessages.requestId, requestId))
      .orderBy(desc(requestMessages.createdAt), desc(requestMessages.id))
      .limit(IN_A_ROW);
    if (last.length === IN_A_ROW && last.every(({ personId }) => personId === me))
      return fail("conflict", "wait_for_answer");
    const [message] = await tx
      .insert(requestMessages)
      .values({ requestId, personId: me, text, createdAt: now })
      .returning({ id: requestMessages.id });
    if (!message) throw new Error("the message was not stored");
    await emit({
      kind: "meeting.written",
      payload: { requestId, eventId, messageId: message.id },
    });
    return ok({ messageId: message.id });
  },
});
