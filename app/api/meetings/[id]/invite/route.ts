import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { inviteToTalk } from "@/domain/matchmaking/commands/invite-to-talk";

/** Proposes one more person for an agreed talk. */
export const POST = formRoute(inviteToTalk, {
  input: ({ params, body }) => ({ meetingId: params.id, personId: body.personId }),
  done: (value, door) => ({ to: talksPage(door, "proposed"), json: value }),
  refused: (door) => talksPage(door),
});
