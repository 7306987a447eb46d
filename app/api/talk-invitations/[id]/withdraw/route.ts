import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { withdrawTalkInvitation } from "@/domain/matchmaking/commands/withdraw-talk-invitation";

/** Takes back who was proposed for a talk. */
export const POST = formRoute(withdrawTalkInvitation, {
  input: ({ params }) => ({ invitationId: params.id }),
  done: (value, door) => ({ to: talksPage(door, "uninvited"), json: value }),
  refused: (door) => talksPage(door),
});
