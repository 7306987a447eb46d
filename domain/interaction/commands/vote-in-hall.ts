import { defineCommand } from "@/domain/kernel/command";
import { fail } from "@/lib/result";
import { guestFor, lineInHall, loadHall } from "../internal/asking";
import { castVote } from "../internal/voting";
import { voteInHallInput } from "../schema/questions";

/** A vote from the hall: one for each browser. */
export const voteInHall = defineCommand({
  name: "vote-in-hall",
  input: voteInHallInput,
  permission: "question.askInHall",
  line: lineInHall,
  load: loadHall,
  quiet: true,
  run: async (context, { secret, questionId, on }, hall) => {
    if (!hall.takes) return fail("conflict", "questions_closed");
    const hallGuestId = await guestFor(context, hall, secret);
    return castVote(context, { hallGuestId }, { eventId: hall.eventId, questionId, on });
  },
});
