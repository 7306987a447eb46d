import { formRoute } from "@/auth/doors";
import { deskTalksPage } from "@/auth/talk-doors";
import { bookMeeting } from "@/domain/matchmaking/commands/book-meeting";

/** An organizer books a talk for two others. */
export const POST = formRoute(bookMeeting, {
  input: ({ params, body }) => ({
    eventId: params.eventId,
    personIds: [body.one, body.other],
    startsAt: body.startsAt,
  }),
  done: (value, door) => ({ to: deskTalksPage(door, "booked"), json: value }),
  refused: (door) => deskTalksPage(door),
});
