import { formRoute } from "@/auth/doors";
import { talkCookies, talksPage } from "@/auth/talk-doors";
import { answerTalkInvitation } from "@/domain/matchmaking/commands/answer-talk-invitation";

/** Comes into a talk, or says „nein danke“. */
export const POST = formRoute(answerTalkInvitation, {
  input: ({ params, body }) => ({ invitationId: params.id, answer: body.answer }),
  done: (value, door) => ({
    to: talksPage(door, value.meetingId ? "joined" : "declined"),
    json: value,
    cookies: talkCookies(),
  }),
  refused: (door) => talksPage(door),
});
