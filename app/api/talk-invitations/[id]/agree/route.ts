import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { agreeToGuest } from "@/domain/matchmaking/commands/agree-to-guest";

/** The other side of a talk agrees that somebody is invited into it, or does not. */
export const POST = formRoute(agreeToGuest, {
  input: ({ params, body }) => ({ invitationId: params.id, answer: body.answer }),
  done: (value, door) => ({ to: talksPage(door, "agreed"), json: value }),
  refused: (door) => talksPage(door),
});
