import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { dismissSuggestion } from "@/domain/matchmaking/commands/dismiss-suggestion";

/** Somebody does not fit, or may be suggested again. */
export const POST = formRoute(dismissSuggestion, {
  input: ({ body }) => ({ eventId: body.eventId, personId: body.personId, reason: body.reason }),
  done: (value, door) => ({ to: talksPage(door, value.dismissed ? "dismissed" : "restored"), json: value }),
  refused: (door) => talksPage(door),
});
