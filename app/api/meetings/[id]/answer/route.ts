import { formRoute } from "@/auth/doors";
import { talkCookies, talksPage } from "@/auth/talk-doors";
import { answerRequest } from "@/domain/matchmaking/commands/answer-request";

/** Accepts one of the offered slots, or declines. */
export const POST = formRoute(answerRequest, {
  input: ({ params, body }) => ({ requestId: params.id, answer: body.answer }),
  done: (value, door) => ({
    to: talksPage(door, value.meetingId ? "accepted" : "declined"),
    json: value,
    cookies: talkCookies(),
  }),
  refused: (door) => talksPage(door),
});
