import { formRoute } from "@/auth/doors";
import { talksPage } from "@/auth/talk-doors";
import { writeNote } from "@/domain/matchmaking/commands/write-note";

/** A note about a talk, for oneself. */
export const POST = formRoute(writeNote, {
  input: ({ params, body }) => ({ meetingId: params.id, text: body.text }),
  done: (value, door) => ({ to: talksPage(door, "noted"), json: value }),
  refused: (door) => talksPage(door),
});
