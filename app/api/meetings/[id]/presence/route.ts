import { formRoute } from "@/auth/doors";
import { deskTalksPage } from "@/auth/talk-doors";
import { correctPresence } from "@/domain/matchmaking/commands/correct-presence";

/** An organizer says who came to a talk after all. */
export const POST = formRoute(correctPresence, {
  input: ({ params, body }) => ({ meetingId: params.id, personId: body.personId, came: body.came }),
  done: (value, door) => ({ to: deskTalksPage(door, "corrected"), json: value }),
  refused: (door) => deskTalksPage(door),
});
