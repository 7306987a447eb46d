import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { stateWish } from "@/domain/matchmaking/commands/state-wish";

/** Whom one has to, would like to, or will not meet in an event. */
export const POST = formRoute(stateWish, {
  input: ({ body }) => ({ eventId: body.eventId, personId: body.personId, wish: body.wish }),
  done: (value, door) => ({ to: talksPage(door, "wish_noted"), json: value }),
  refused: (door) => talksPage(door),
});
