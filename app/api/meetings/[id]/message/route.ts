import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { writeMessage } from "@/domain/matchmaking/commands/write-message";

/** A short message to the other side of a request. */
export const POST = formRoute(writeMessage, {
  input: ({ params, body }) => ({ requestId: params.id, text: body.text }),
  done: (value, door) => ({ to: talksPage(door, "written"), json: value }),
  refused: (door) => talksPage(door),
});
