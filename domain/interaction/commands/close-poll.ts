import { and, eq } from "drizzle-orm";
import { polls } from "@/db/schema/interaction-polls";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { ok } from "@/lib/result";
import { closeOpen } from "../internal/poll-rows";
import { closePollInput } from "../schema/polls";

/**
 * Ends the answering and counts the result, once: it waits for whoever answers at this moment. One that is closed already
 * stays so. The worker calls it without a poll when an event ends.
 */
export const closePoll = defineCommand({
  name: "close-poll",
  input: closePollInput,
  permission: "poll.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, pollId }) => {
    const which = and(eq(polls.eventId, eventId), pollId ? eq(polls.id, pollId) : undefined);
    const closed = await closeOpen(context, which);
    for (const { id } of closed)
      await context.emit({ kind: "poll.changed", payload: { eventId, pollId: id } });
    return ok({ closed: closed.length });
  },
});
