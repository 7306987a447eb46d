import { defineCommand } from "@/domain/kernel/command";
import { fail } from "@/lib/result";
import { lineInHall, loadHall } from "../internal/asking";
import { withdraw } from "../internal/withdrawing";
import { withdrawInHallInput } from "../schema/questions";

/** Whoever asked in the hall takes the question back, with the browser in which they asked. */
export const withdrawInHall = defineCommand({
  name: "withdraw-in-hall",
  input: withdrawInHallInput,
  permission: "question.askInHall",
  line: lineInHall,
  load: loadHall,
  run: async (context, { questionId }, { guest, eventId }) =>
    guest
      ? withdraw(context, { hallGuestId: guest.id }, { eventId, questionId })
      : fail("not_found", "missing_question"),
});
