import { eq } from "drizzle-orm";
import { polls } from "@/db/schema/interaction-polls";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { lockPoll } from "../internal/poll-rows";
import { wordKey } from "../rules/polls";
import { hideWordInput } from "../schema/polls";

/** Takes a word of a poll out of everybody's view, in every spelling and whoever gives it again; or back into it. */
export const hideWord = defineCommand({
  name: "hide-word",
  input: hideWordInput,
  permission: "poll.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, emit }, { eventId, pollId, word, hidden }) => {
    const poll = await lockPoll(tx, { eventId, pollId });
    if (!poll) return fail("not_found", "missing_poll");
    const key = wordKey(word);
    const others = poll.hiddenWords.filter((one) => one !== key);
    await tx
      .update(polls)
      .set({ hiddenWords: hidden ? [...others, key] : others })
      .where(eq(polls.id, pollId));
    await emit({ kind: "poll.changed", payload: { eventId, pollId } });
    return ok({ pollId });
  },
});
