import { eq } from "drizzle-orm";
import { polls } from "@/db/schema/interaction-polls";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { lockPoll } from "../internal/poll-rows";
import { pollState } from "../rules/polls";
import { pollInput } from "../schema/polls";

/** Puts a prepared poll to everybody in the room. One is open at a time: nobody chooses between questions. */
export const launchPoll = defineCommand({
  name: "launch-poll",
  input: pollInput,
  permission: "poll.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  onConstraint: { polls_one_open: { kind: "conflict", reason: "other_poll_open" } },
  run: async ({ tx, now, emit }, { eventId, pollId }, { session }) => {
    const poll = await lockPoll(tx, { eventId, pollId });
    if (!poll) return fail("not_found", "missing_poll");
    if (pollState(poll) !== "draft") return fail("conflict", "poll_launched");
    if (!session?.openedAt || session.endedAt) return fail("conflict", "not_live");
    await tx.update(polls).set({ openedAt: now }).where(eq(polls.id, pollId));
    await emit({ kind: "poll.changed", payload: { eventId, pollId } });
    return ok({ pollId });
  },
});
