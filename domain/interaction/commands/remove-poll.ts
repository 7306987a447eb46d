import { eq } from "drizzle-orm";
import { polls } from "@/db/schema/interaction-polls";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { knowsPolls, loadPollGround, lockPoll } from "../internal/poll-rows";
import { pollState } from "../rules/polls";
import { pollInput } from "../schema/polls";

/** Takes a draft away. What people have answered to stays, with its result. */
export const removePoll = defineCommand({
  name: "remove-poll",
  input: pollInput,
  permission: "poll.manage",
  load: loadPollGround,
  mayKnow: knowsPolls,
  run: async ({ tx }, { eventId, pollId }) => {
    const poll = await lockPoll(tx, { eventId, pollId });
    if (!poll) return fail("not_found", "missing_poll");
    if (pollState(poll) !== "draft") return fail("conflict", "poll_launched");
    await tx.delete(polls).where(eq(polls.id, pollId));
    return ok({ eventId });
  },
});
