import { formRoute } from "@/auth/doors";
import { actorByMail, requestPage, talkCookies, talksPage } from "@/auth/talk-doors";
import { answerRequest } from "@/domain/matchmaking/commands/answer-request";

/** Accepts one of the offered slots, or declines: from the mail's page, which posts its token, or signed in. */
export const POST = formRoute(answerRequest, {
  actor: actorByMail,
  input: ({ params, body }) => ({ requestId: params.id, answer: body.answer }),
  done: async (value, door) => ({
    to:
      door.body.token === undefined
        ? talksPage(door, value.meetingId ? "accepted" : "declined")
        : requestPage(door),
    json: value,
    cookies: await talkCookies(door),
  }),
  refused: requestPage,
});
