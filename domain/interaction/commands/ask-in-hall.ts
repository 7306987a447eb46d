import { defineCommand } from "@/domain/kernel/command";
import { fail } from "@/lib/result";
import { guestFor, lineInHall, loadHall, storeQuestion } from "../internal/asking";
import { stateWhenAsked } from "../rules/questions";
import { askInHallInput } from "../schema/questions";

/** A question of somebody in the hall who has not signed in; what they call themselves is nobody's proof. */
export const askInHall = defineCommand({
  name: "ask-in-hall",
  input: askInHallInput,
  permission: "question.askInHall",
  line: lineInHall,
  load: loadHall,
  quiet: true,
  run: async (context, { secret, text, name, clientKey }, hall) => {
    if (!hall.takes) return fail("conflict", "questions_closed");
    const { eventId, settings } = hall;
    if (name === "" && !settings.allowsAnonymous) return fail("conflict", "named_only");
    const hallGuestId = await guestFor(context, hall, secret);
    return storeQuestion(
      context,
      { hallGuestId },
      {
        ...{ eventId, text, clientKey, hallName: name, isAnonymous: name === "" },
        state: stateWhenAsked({ isModerated: settings.isModerated, isHost: false }),
      },
    );
  },
});
