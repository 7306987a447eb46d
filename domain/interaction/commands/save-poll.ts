import { count, eq } from "drizzle-orm";
import { polls } from "@/db/schema/interaction-polls";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { knowsPolls, loadPollGround, lockPoll } from "../internal/poll-rows";
import { MOST_POLLS, pollState } from "../rules/polls";
import { savePollInput } from "../schema/polls";

/** Prepares a poll or changes one that nobody has seen yet. What was launched stays what people answered to. */
export const savePoll = defineCommand({
  name: "save-poll",
  input: savePollInput,
  permission: "poll.manage",
  load: loadPollGround,
  mayKnow: knowsPolls,
  run: async ({ tx, now }, { eventId, pollId, ...said }) => {
    if (!pollId) {
      const [held] = await tx.select({ polls: count() }).from(polls).where(eq(polls.eventId, eventId));
      if ((held?.polls ?? 0) >= MOST_POLLS) return fail("conflict", "too_many_polls");
      const [made] = await tx
        .insert(polls)
        .values({ ...said, eventId, createdAt: now })
        .returning({ pollId: polls.id });
      if (!made) throw new Error("a poll was not stored");
      return ok({ eventId, pollId: made.pollId });
    }
    const poll = await lockPoll(tx, { eventId, pollId });
    if (!poll) return fail("not_found", "missing_poll");
    if (pollState(poll) !== "draft") return fail("conflict", "poll_launched");
    await tx.update(polls).set(said).where(eq(polls.id, pollId));
    return ok({ eventId, pollId });
  },
});
