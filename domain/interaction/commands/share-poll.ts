import { eq } from "drizzle-orm";
import { polls } from "@/db/schema/interaction-polls";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { lockPoll } from "../internal/poll-rows";
import { pollState } from "../rules/polls";
import { sharePollInput } from "../schema/polls";

/** Shows a result to everybody, or not any more. While the poll is open they see its bars move. */
export const sharePoll = defineCommand({
  name: "share-poll",
  input: sharePollInput,
  permission: "poll.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, pollId, shared }) => {
    const poll = await lockPoll(tx, { eventId, pollId });
    if (!poll) return fail("not_found", "missing_poll");
    if (pollState(poll) === "draft") return fail("conflict", "poll_not_launched");
    if ((poll.sharedAt !== null) === shared) return ok({ pollId, shared });
    await tx
      .update(polls)
      .set({ sharedAt: shared ? now : null })
      .where(eq(polls.id, pollId));
    await emit({ kind: "poll.changed", payload: { eventId, pollId } });
    return ok({ pollId, shared });
  },
});
